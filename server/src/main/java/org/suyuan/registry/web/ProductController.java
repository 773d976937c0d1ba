package org.suyuan.registry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.registry.Imports;
import org.suyuan.registry.ListOrder;
import org.suyuan.registry.Product;
import org.suyuan.registry.ProductDraft;
import org.suyuan.registry.ProductFilter;
import org.suyuan.registry.ProductStatus;
import org.suyuan.registry.Products;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.web.ExportFormat;
import org.suyuan.shared.web.IfMatch;
import org.suyuan.shared.web.Revision;

@RestController
@RequestMapping(Answers.BASE + "/products")
@Tag(name = "registry: products", description = "Products, by GTIN or the operator’s own code")
class ProductController {
    private final Products products;
    private final ProductViews views;
    private final BulkImport bulk;
    private final RegistryExports exports;

    ProductController(Products products, ProductViews views, BulkImport bulk, RegistryExports exports) {
        this.products = products;
        this.views = views;
        this.bulk = bulk;
        this.exports = exports;
    }

    record ProductQuery(
            @Nullable String name,
            @Nullable String operatorId,
            @Nullable String gtin,
            @Nullable String category,
            @Nullable ProductStatus status,
            @Nullable ListOrder sort) {
        ProductFilter filter() {
            UUID operator = Answers.queryId("operatorId", operatorId);
            return new ProductFilter(
                    name,
                    operator == null ? null : new OperatorId(operator),
                    Answers.queryGtin("gtin", gtin),
                    category,
                    status,
                    sort == null ? ListOrder.NEWEST : sort);
        }
    }

    @GetMapping
    @Operation(summary = "The products you may see")
    Page<ProductView> list(
            Actor actor, @ParameterObject ProductQuery query, @ParameterObject PageRequest page, Locale locale) {
        Page<Product> found = products.list(actor, query.filter(), page);
        return new Page<>(views.of(found.items(), locale), found.next(), found.total(), found.truncated());
    }

    @PostMapping("/exports")
    @Operation(summary = "The products you may see as a file, filtered and sorted as the list is")
    void export(
            Actor actor,
            @ParameterObject ProductQuery query,
            @RequestParam(defaultValue = "CSV") ExportFormat format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        ProductFilter filter = query.filter();
        exports.<Product, ProductView>write(
                response,
                actor,
                "product",
                "registry.product.exported",
                query.toString(),
                format,
                locale,
                RegistryExports.PRODUCTS,
                portion -> products.export(actor, filter, portion),
                found -> views.of(found, locale));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One product, with its ETag and what you may do with it")
    ResponseEntity<ProductView> find(Actor actor, @PathVariable String id, Locale locale) {
        Product found = products.find(actor, new ProductId(Answers.pathId(id))).orElseThrow(() -> Answers.notFound(id));
        return Answers.detail(views.detail(found, actor, locale), found.version());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a product")
    ResponseEntity<ProductView> register(Actor actor, @RequestBody ProductDraft draft, Locale locale) {
        Product made = products.register(actor, draft);
        ProductView view = views.detail(made, actor, locale);
        return Answers.created("products", made.id().toString(), view, made.version());
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Replace what is registered about a product",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = HttpHeaders.IF_MATCH,
                            description = "ETag of the state that was seen; 412 when it has changed since"))
    ResponseEntity<ProductView> change(
            Actor actor, @PathVariable String id, IfMatch ifMatch, @RequestBody ProductDraft draft, Locale locale) {
        Product changed = products.change(
                        actor,
                        new ProductId(Answers.pathId(id)),
                        current -> ifMatch.check(new Revision(current.version())),
                        draft)
                .orElseThrow(() -> Answers.notFound(id));
        return Answers.detail(views.detail(changed, actor, locale), changed.version());
    }

    @PostMapping(
            path = "/imports",
            consumes = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Register many products; onError=reject (all or nothing) or keep",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                        schema = @Schema(implementation = ProductDraft.class)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array = @ArraySchema(schema = @Schema(implementation = ProductDraft.class)))
                            }))
    Imports.Result importAll(
            Actor actor,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
            @RequestParam(required = false) @Nullable String onError,
            InputStream body,
            Locale locale) {
        return bulk.run(
                body, contentType, onError, locale, ProductDraft.class, drafts -> products.registerAll(actor, drafts));
    }
}
