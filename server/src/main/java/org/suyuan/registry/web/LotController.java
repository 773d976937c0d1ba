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
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
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
import org.suyuan.registry.Lot;
import org.suyuan.registry.LotDraft;
import org.suyuan.registry.LotFilter;
import org.suyuan.registry.Lots;
import org.suyuan.shared.LotId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.web.ExportFormat;
import org.suyuan.shared.web.IfMatch;
import org.suyuan.shared.web.Revision;

@RestController
@RequestMapping(Answers.BASE + "/lots")
@Tag(name = "registry: lots", description = "Lots 批次 of products")
class LotController {
    private final Lots lots;
    private final LotViews views;
    private final BulkImport bulk;
    private final RegistryExports exports;

    LotController(Lots lots, LotViews views, BulkImport bulk, RegistryExports exports) {
        this.lots = lots;
        this.views = views;
        this.bulk = bulk;
        this.exports = exports;
    }

    record LotQuery(
            @Nullable String productId,
            @Nullable String operatorId,
            @Nullable String lotNumber,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate producedFrom,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate producedTo,
            @Nullable ListOrder sort) {
        LotFilter filter() {
            UUID product = Answers.queryId("productId", productId);
            UUID operator = Answers.queryId("operatorId", operatorId);
            return new LotFilter(
                    product == null ? null : new ProductId(product),
                    operator == null ? null : new OperatorId(operator),
                    lotNumber,
                    producedFrom,
                    producedTo,
                    sort == null ? ListOrder.NEWEST : sort);
        }
    }

    @GetMapping
    @Operation(summary = "The lots you may see")
    Page<LotView> list(Actor actor, @ParameterObject LotQuery query, @ParameterObject PageRequest page, Locale locale) {
        Page<Lot> found = lots.list(actor, query.filter(), page);
        return new Page<>(views.of(found.items(), locale), found.next(), found.total(), found.truncated());
    }

    @PostMapping("/exports")
    @Operation(summary = "The lots you may see as a file, filtered and sorted as the list is")
    void export(
            Actor actor,
            @ParameterObject LotQuery query,
            @RequestParam(defaultValue = "CSV") ExportFormat format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        LotFilter filter = query.filter();
        exports.<Lot, LotView>write(
                response,
                actor,
                "lot",
                "registry.lot.exported",
                query.toString(),
                format,
                locale,
                RegistryExports.LOTS,
                portion -> lots.export(actor, filter, portion),
                found -> views.of(found, locale));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One lot, with its ETag and what you may do with it")
    ResponseEntity<LotView> find(Actor actor, @PathVariable String id, Locale locale) {
        Lot found = lots.find(actor, new LotId(Answers.pathId(id))).orElseThrow(() -> Answers.notFound(id));
        return Answers.detail(views.detail(found, actor, locale), found.version());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a lot")
    ResponseEntity<LotView> register(Actor actor, @RequestBody LotDraft draft, Locale locale) {
        Lot made = lots.register(actor, draft);
        LotView view = views.detail(made, actor, locale);
        return Answers.created("lots", made.id().toString(), view, made.version());
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Replace what is registered about a lot",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = HttpHeaders.IF_MATCH,
                            description = "ETag of the state that was seen; 412 when it has changed since"))
    ResponseEntity<LotView> change(
            Actor actor, @PathVariable String id, IfMatch ifMatch, @RequestBody LotDraft draft, Locale locale) {
        Lot changed = lots.change(
                        actor,
                        new LotId(Answers.pathId(id)),
                        current -> ifMatch.check(new Revision(current.version())),
                        draft)
                .orElseThrow(() -> Answers.notFound(id));
        return Answers.detail(views.detail(changed, actor, locale), changed.version());
    }

    @PostMapping(
            path = "/imports",
            consumes = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Register many lots; onError=reject (all or nothing) or keep",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                        schema = @Schema(implementation = LotDraft.class)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array = @ArraySchema(schema = @Schema(implementation = LotDraft.class)))
                            }))
    Imports.Result importAll(
            Actor actor,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
            @RequestParam(required = false) @Nullable String onError,
            InputStream body,
            Locale locale) {
        return bulk.run(body, contentType, onError, locale, LotDraft.class, drafts -> lots.registerAll(actor, drafts));
    }
}
