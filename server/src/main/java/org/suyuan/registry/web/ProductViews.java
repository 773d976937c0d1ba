package org.suyuan.registry.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.gs1.Gtin;
import org.suyuan.registry.CodeList;
import org.suyuan.registry.Product;
import org.suyuan.shared.access.Actor;

/** Shows products in the reader's language. */
@Component
class ProductViews {
    private final Names names;

    ProductViews(Names names) {
        this.names = names;
    }

    List<ProductView> of(List<Product> products, Locale locale) {
        return of(products, null, locale);
    }

    ProductView detail(Product product, Actor actor, Locale locale) {
        return of(List.of(product), names.change(actor, locale), locale).getFirst();
    }

    private List<ProductView> of(List<Product> products, @Nullable List<AllowedAction> actions, Locale locale) {
        Names.Named<String> categories = names.codes(CodeList.PRODUCT_CATEGORIES, locale);
        Names.Named<String> storages = names.codes(CodeList.STORAGE_CONDITIONS, locale);
        return products.stream()
                .map(product -> view(product, categories, storages, actions, locale))
                .toList();
    }

    private ProductView view(
            Product product,
            Names.Named<String> categories,
            Names.Named<String> storages,
            @Nullable List<AllowedAction> actions,
            Locale locale) {
        Gtin gtin = product.gtin();
        return new ProductView(
                product.id().toString(),
                product.operator().toString(),
                product.operatorName(),
                gtin == null ? null : gtin.value(),
                product.ownCode(),
                Names.of(product.nameZh(), product.nameEn(), locale),
                product.nameZh(),
                product.nameEn(),
                categories.of(product.category()),
                product.specification(),
                product.netContent(),
                product.shelfLife(),
                storages.ofNullable(product.storage()),
                product.brand(),
                product.origin(),
                product.packagings().stream()
                        .map(packaging -> new ProductView.PackagingView(
                                packaging.gtin().value(), packaging.level(), packaging.pieces()))
                        .toList(),
                product.status(),
                names.label(product.status(), locale),
                product.version(),
                actions);
    }
}
