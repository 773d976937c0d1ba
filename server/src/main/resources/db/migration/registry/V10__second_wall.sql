-- PostgreSQL enforces the scope a second time (design §6).
SELECT shared.second_wall('registry.operator', region => 'region_path', operator => 'id');
SELECT shared.second_wall('registry.site', region => 'region_path', operator => 'operator_id');
SELECT shared.second_wall('registry.product', region => 'region_path', operator => 'operator_id');
SELECT shared.second_wall('registry.lot', region => 'region_path', operator => 'operator_id');

-- What anybody may know (PublicFacts), and what a writer must: who is meant by an id or a key, whether it is taken. Views
-- read as their owner, so no policy hides their rows; they leave out what is not public: contacts, an operator's address.
CREATE VIEW registry.public_operator AS
SELECT id, uscc, name_zh, name_en, kinds, region_code, region_path, company_prefix, production_licence, operation_licence,
       valid_from, valid_to, status
FROM registry.operator;

CREATE VIEW registry.public_site AS
SELECT id, operator_id, name_zh, name_en, role, gln, gln_extension, place, region_code, region_path, address, latitude,
       longitude, valid_from, valid_to, status
FROM registry.site;

CREATE VIEW registry.public_product AS
SELECT id, operator_id, own_code, name_zh, name_en, category, specification, net_value, net_unit, shelf_life,
       shelf_life_unit, storage, brand, origin, status
FROM registry.product;

CREATE VIEW registry.public_lot AS
SELECT id, product_id, lot_number, production_date, best_before, quantity, quantity_unit, site_id
FROM registry.lot;
