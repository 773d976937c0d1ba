package org.suyuan.portal.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.registry.CodeList;
import org.suyuan.registry.CodeLists;
import org.suyuan.registry.CodeValue;
import org.suyuan.registry.PublicFacts.PublicOperator;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.registry.PublicFacts.PublicSite;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegionName;
import org.suyuan.registry.Regions;

/** Names of registered things in the reader's language, looked up once for a page. */
final class Names {
    private static final Set<String> EDIBLE = Set.of("food", "farm-product");
    /** Categories stand at most this deep below one another. */
    private static final int CATEGORY_DEPTH_MAX = 4;

    private final Words words;
    private final CodeLists lists;
    private final Map<RegionCode, RegionName> regions;

    Names(Words words, CodeLists lists, Regions regions, Collection<RegionCode> codes) {
        this.words = words;
        this.lists = lists;
        this.regions = codes.isEmpty() ? Map.of() : regions.names(new HashSet<>(codes));
    }

    String of(PublicProduct product) {
        return words.name(product.nameZh(), product.nameEn());
    }

    String of(PublicOperator operator) {
        return words.name(operator.nameZh(), operator.nameEn());
    }

    String of(PublicSite site) {
        return words.name(site.nameZh(), site.nameEn());
    }

    String operatorOf(PublicSite site) {
        return words.name(site.operatorNameZh(), site.operatorNameEn());
    }

    String role(PublicSite site) {
        CodeValue role = lists.byCode(CodeList.SITE_ROLES).get(site.role());
        return role == null ? site.role() : words.name(role);
    }

    List<String> kinds(PublicOperator operator) {
        Map<String, CodeValue> kinds = lists.byCode(CodeList.OPERATOR_KINDS);
        return operator.kinds().stream()
                .map(kinds::get)
                .filter(Objects::nonNull)
                .map(words::name)
                .toList();
    }

    String region(RegionCode code) {
        RegionName name = regions.get(code);
        return name == null ? code.toString() : name.in(words.locale());
    }

    /** Whether people eat or drink it, so that a warning says so. */
    boolean isEdible(@Nullable PublicProduct product) {
        Map<String, CodeValue> categories = lists.byCode(CodeList.PRODUCT_CATEGORIES);
        String code = product == null ? null : product.category().code();
        for (int i = 0; i < CATEGORY_DEPTH_MAX && code != null; i++) {
            if (EDIBLE.contains(code)) {
                return true;
            }
            CodeValue category = categories.get(code);
            code = category == null ? null : category.parent();
        }
        return false;
    }

    /** What kind of thing a code names, with the code as people read it from the package. */
    String of(TraceUnit unit) {
        return words.say("unit-kind." + kind(unit)) + " " + number(unit);
    }

    static String kind(TraceUnit unit) {
        return switch (unit) {
            case TraceUnit.Item _ -> "item";
            case TraceUnit.SupervisedItem _ -> "supervised-item";
            case TraceUnit.LogisticUnit _ -> "logistic-unit";
            case TraceUnit.Lot _ -> "lot";
            case TraceUnit.ProductClass _ -> "product";
            case TraceUnit.OtherThing _ -> "other";
        };
    }

    static String number(TraceUnit unit) {
        return switch (unit) {
            case TraceUnit.Item item -> item.serial();
            case TraceUnit.SupervisedItem item -> item.code().value();
            case TraceUnit.LogisticUnit box -> box.sscc().value();
            case TraceUnit.Lot lot -> lot.lot();
            case TraceUnit.ProductClass product -> product.gtin().value();
            case TraceUnit.OtherThing other -> other.uri();
        };
    }

    static Stream<RegionCode> regionsOf(Collection<PublicSite> sites) {
        return sites.stream().map(PublicSite::region);
    }
}
