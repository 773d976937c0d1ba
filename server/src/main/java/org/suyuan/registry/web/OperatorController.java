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
import org.suyuan.registry.Operator;
import org.suyuan.registry.OperatorDraft;
import org.suyuan.registry.OperatorFilter;
import org.suyuan.registry.Operators;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegistrationStatus;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.web.ExportFormat;
import org.suyuan.shared.web.IfMatch;
import org.suyuan.shared.web.Revision;

@RestController
@RequestMapping(Answers.BASE + "/operators")
@Tag(name = "registry: operators", description = "Operators 经营主体: enterprises, traders, farmers, makers abroad")
class OperatorController {
    private final Operators operators;
    private final OperatorViews views;
    private final BulkImport bulk;
    private final RegistryExports exports;

    OperatorController(Operators operators, OperatorViews views, BulkImport bulk, RegistryExports exports) {
        this.operators = operators;
        this.views = views;
        this.bulk = bulk;
        this.exports = exports;
    }

    record OperatorQuery(
            @Nullable String name,
            @Nullable String uscc,
            @Nullable String kind,
            @Nullable String region,
            @Nullable RegistrationStatus status,
            @Nullable ListOrder sort) {
        OperatorFilter filter() {
            RegionCode code = Answers.queryRegion("region", region);
            return new OperatorFilter(name, uscc, kind, code, status, sort == null ? ListOrder.NEWEST : sort);
        }
    }

    @GetMapping
    @Operation(summary = "The operators you may see")
    Page<OperatorView> list(
            Actor actor, @ParameterObject OperatorQuery query, @ParameterObject PageRequest page, Locale locale) {
        Page<Operator> found = operators.list(actor, query.filter(), page);
        return new Page<>(views.of(found.items(), locale), found.next(), found.total(), found.truncated());
    }

    @PostMapping("/exports")
    @Operation(summary = "The operators you may see as a file, filtered and sorted as the list is")
    void export(
            Actor actor,
            @ParameterObject OperatorQuery query,
            @RequestParam(defaultValue = "CSV") ExportFormat format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        OperatorFilter filter = query.filter();
        exports.<Operator, OperatorView>write(
                response,
                actor,
                "operator",
                "registry.operator.exported",
                query.toString(),
                format,
                locale,
                RegistryExports.OPERATORS,
                portion -> operators.export(actor, filter, portion),
                found -> views.of(found, locale));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One operator, with its ETag and what you may do with it")
    ResponseEntity<OperatorView> find(Actor actor, @PathVariable String id, Locale locale) {
        Operator found =
                operators.find(actor, new OperatorId(Answers.pathId(id))).orElseThrow(() -> Answers.notFound(id));
        return Answers.detail(views.detail(found, actor, locale), found.version());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register an operator")
    ResponseEntity<OperatorView> register(Actor actor, @RequestBody OperatorDraft draft, Locale locale) {
        Operator made = operators.register(actor, draft);
        OperatorView view = views.detail(made, actor, locale);
        return Answers.created("operators", made.id().toString(), view, made.version());
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Replace what is registered about an operator",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = HttpHeaders.IF_MATCH,
                            description = "ETag of the state that was seen; 412 when it has changed since"))
    ResponseEntity<OperatorView> change(
            Actor actor, @PathVariable String id, IfMatch ifMatch, @RequestBody OperatorDraft draft, Locale locale) {
        Operator changed = operators
                .change(
                        actor,
                        new OperatorId(Answers.pathId(id)),
                        current -> ifMatch.check(new Revision(current.version())),
                        draft)
                .orElseThrow(() -> Answers.notFound(id));
        return Answers.detail(views.detail(changed, actor, locale), changed.version());
    }

    @PostMapping(
            path = "/imports",
            consumes = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Register many operators; onError=reject (all or nothing) or keep",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                        schema = @Schema(implementation = OperatorDraft.class)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array = @ArraySchema(schema = @Schema(implementation = OperatorDraft.class)))
                            }))
    Imports.Result importAll(
            Actor actor,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
            @RequestParam(required = false) @Nullable String onError,
            InputStream body,
            Locale locale) {
        return bulk.run(
                body,
                contentType,
                onError,
                locale,
                OperatorDraft.class,
                drafts -> operators.registerAll(actor, drafts));
    }
}
