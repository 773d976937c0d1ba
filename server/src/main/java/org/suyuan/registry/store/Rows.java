package org.suyuan.registry.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.gs1.Gln;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.epcis.gs1.Place;
import org.suyuan.registry.CodeValue;
import org.suyuan.registry.Faults;
import org.suyuan.registry.GeoPoint;
import org.suyuan.registry.ShelfLife;
import org.suyuan.registry.UnifiedSocialCreditCode;
import org.suyuan.shared.Amount;

/** Columns that mean more than one value of the database. */
final class Rows {
    private Rows() {}

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** Ids for {@code ANY (:ids::uuid[])}; texts that are none are left out. */
    static String[] ids(Stream<@Nullable String> texts) {
        return texts.filter(text -> Faults.uuid(text) != null).distinct().toArray(String[]::new);
    }

    static @Nullable GeoPoint point(ResultSet row) throws SQLException {
        double latitude = row.getDouble("latitude");
        return row.wasNull() ? null : new GeoPoint(latitude, row.getDouble("longitude"));
    }

    static @Nullable Amount amount(ResultSet row, String value, String unit) throws SQLException {
        BigDecimal number = row.getBigDecimal(value);
        return number == null ? null : new Amount(number, row.getString(unit));
    }

    static @Nullable ShelfLife shelfLife(ResultSet row) throws SQLException {
        String unit = row.getString("shelf_life_unit");
        return unit == null ? null : new ShelfLife(row.getInt("shelf_life"), ShelfLife.Unit.valueOf(unit));
    }

    static @Nullable UnifiedSocialCreditCode uscc(ResultSet row) throws SQLException {
        String code = row.getString("uscc");
        return code == null ? null : new UnifiedSocialCreditCode(code);
    }

    static @Nullable Gtin gtin(ResultSet row, String column) throws SQLException {
        String gtin = row.getString(column);
        return gtin == null ? null : new Gtin(gtin);
    }

    static @Nullable Place place(ResultSet row) throws SQLException {
        String gln = row.getString("gln");
        String extension = row.getString("gln_extension");
        return gln == null ? null : new Place(new Gln(gln), extension == null ? "" : extension);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** A code value selected under a prefix, null when its code is. */
    static @Nullable CodeValue code(ResultSet row, String prefix) throws SQLException {
        String code = row.getString(prefix + "_code");
        return code == null
                ? null
                : new CodeValue(
                        code,
                        row.getString(prefix + "_parent"),
                        row.getString(prefix + "_name_zh"),
                        row.getString(prefix + "_name_en"));
    }
}
