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
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegistrationStatus;
import org.suyuan.registry.Site;
import org.suyuan.registry.SiteDraft;
import org.suyuan.registry.SiteFilter;
import org.suyuan.registry.Sites;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.SiteId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.web.ExportFormat;
import org.suyuan.shared.web.IfMatch;
import org.suyuan.shared.web.Revision;

@RestController
@RequestMapping(Answers.BASE + "/sites")
@Tag(name = "registry: sites", description = "Sites 场所: where things are made, kept and sold")
class SiteController {
    private final Sites sites;
    private final SiteViews views;
    private final BulkImport bulk;
    private final RegistryExports exports;

    SiteController(Sites sites, SiteViews views, BulkImport bulk, RegistryExports exports) {
        this.sites = sites;
        this.views = views;
        this.bulk = bulk;
        this.exports = exports;
    }

    record SiteQuery(
            @Nullable String name,
            @Nullable String operatorId,
            @Nullable String role,
            @Nullable String place,
            @Nullable String region,
            @Nullable RegistrationStatus status,
            @Nullable ListOrder sort) {
        SiteFilter filter() {
            UUID operator = Answers.queryId("operatorId", operatorId);
            RegionCode code = Answers.queryRegion("region", region);
            return new SiteFilter(
                    name,
                    operator == null ? null : new OperatorId(operator),
                    role,
                    place,
                    code,
                    status,
                    sort == null ? ListOrder.NEWEST : sort);
        }
    }

    @GetMapping
    @Operation(summary = "The sites you may see")
    Page<SiteView> list(
            Actor actor, @ParameterObject SiteQuery query, @ParameterObject PageRequest page, Locale locale) {
        Page<Site> found = sites.list(actor, query.filter(), page);
        return new Page<>(views.of(found.items(), locale), found.next(), found.total(), found.truncated());
    }

    @PostMapping("/exports")
    @Operation(summary = "The sites you may see as a file, filtered and sorted as the list is")
    void export(
            Actor actor,
            @ParameterObject SiteQuery query,
            @RequestParam(defaultValue = "CSV") ExportFormat format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        SiteFilter filter = query.filter();
        exports.<Site, SiteView>write(
                response,
                actor,
                "site",
                "registry.site.exported",
                query.toString(),
                format,
                locale,
                RegistryExports.SITES,
                portion -> sites.export(actor, filter, portion),
                found -> views.of(found, locale));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One site, with its ETag and what you may do with it")
    ResponseEntity<SiteView> find(Actor actor, @PathVariable String id, Locale locale) {
        Site found = sites.find(actor, new SiteId(Answers.pathId(id))).orElseThrow(() -> Answers.notFound(id));
        return Answers.detail(views.detail(found, actor, locale), found.version());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a site")
    ResponseEntity<SiteView> register(Actor actor, @RequestBody SiteDraft draft, Locale locale) {
        Site made = sites.register(actor, draft);
        SiteView view = views.detail(made, actor, locale);
        return Answers.created("sites", made.id().toString(), view, made.version());
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Replace what is registered about a site",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = HttpHeaders.IF_MATCH,
                            description = "ETag of the state that was seen; 412 when it has changed since"))
    ResponseEntity<SiteView> change(
            Actor actor, @PathVariable String id, IfMatch ifMatch, @RequestBody SiteDraft draft, Locale locale) {
        Site changed = sites.change(
                        actor,
                        new SiteId(Answers.pathId(id)),
                        current -> ifMatch.check(new Revision(current.version())),
                        draft)
                .orElseThrow(() -> Answers.notFound(id));
        return Answers.detail(views.detail(changed, actor, locale), changed.version());
    }

    @PostMapping(
            path = "/imports",
            consumes = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Register many sites; onError=reject (all or nothing) or keep",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                        schema = @Schema(implementation = SiteDraft.class)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array = @ArraySchema(schema = @Schema(implementation = SiteDraft.class)))
                            }))
    Imports.Result importAll(
            Actor actor,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
            @RequestParam(required = false) @Nullable String onError,
            InputStream body,
            Locale locale) {
        return bulk.run(
                body, contentType, onError, locale, SiteDraft.class, drafts -> sites.registerAll(actor, drafts));
    }
}
