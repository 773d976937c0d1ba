-- With 100 buckets a township's range of paths is taken for a hundredth of the table, ten thousand rows of a million, and a
-- filtered page then walks the list's own order past everybody else's rows: 205 ms instead of 7. See docs/decisions.
ALTER TABLE registry.operator ALTER COLUMN region_path SET STATISTICS 1000;
ALTER TABLE registry.site ALTER COLUMN region_path SET STATISTICS 1000;
ALTER TABLE registry.product ALTER COLUMN region_path SET STATISTICS 1000;
ALTER TABLE registry.lot ALTER COLUMN region_path SET STATISTICS 1000;
