package org.suyuan.epcis.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an EPCIS document says, free of spelling: field order, {@code 20.0} for {@code 20}, one value for an array of
 * one where the standard allows both, and an empty list for none.
 */
final class JsonMeaning {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonMeaning() {}

    static Object of(byte[] json) {
        return of(MAPPER.readTree(json), "");
    }

    private static Object of(JsonNode node, String name) {
        if (node.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!(field.getValue().isArray() && field.getValue().isEmpty())) {
                    fields.put(field.getKey(), of(field.getValue(), field.getKey()));
                }
            }
            return isOneOrMany(name) ? List.of(fields) : fields;
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(of(item, "")));
            return items;
        }
        Object value = node.isNumber() ? plain(node.decimalValue()) : node.toString();
        return isOneOrMany(name) ? List.of(value) : value;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static boolean isOneOrMany(String name) {
        return name.equals("@context") || name.equals("certificationInfo");
    }
}
