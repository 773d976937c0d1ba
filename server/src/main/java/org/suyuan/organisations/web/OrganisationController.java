package org.suyuan.organisations.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.organisations.Decision;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationFilter;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.OrganisationOrder;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.organisations.OrganisationStatus;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.web.IfMatch;
import org.suyuan.shared.web.Revision;

/** {@code /api/organisations/organisations}: the directory, and each decision as a resource of its body. */
@RestController
@RequestMapping(OrganisationController.PATH)
@Tag(name = "organisations", description = "Authorities, laboratories and associations, with their history")
class OrganisationController {
    static final String PATH = "/api/organisations/organisations";

    private final OrganisationRegister register;
    private final OrganisationViews views;
    private final HistoryViews histories;
    private final OrganisationCsv csv;
    private final Clock clock;

    OrganisationController(
            OrganisationRegister register,
            OrganisationViews views,
            HistoryViews histories,
            OrganisationCsv csv,
            Clock clock) {
        this.register = register;
        this.views = views;
        this.histories = histories;
        this.csv = csv;
        this.clock = clock;
    }

    /** Which bodies are asked for by their standing on the day. */
    enum StatusFilter {
        PLANNED,
        ACTIVE,
        CLOSED,
        ALL
    }

    /**
     * @param q part of the name or short name, or the credit code
     * @param region in it and below
     * @param parent directly below this body
     * @param within this body and all below it
     * @param status ACTIVE when absent
     * @param at as they were on this day; today when absent
     */
    record OrganisationQuery(
            @Nullable String q,
            @Nullable String type,
            @Nullable OrganisationLevel level,
            @Nullable String region,
            @Nullable String parent,
            @Nullable String within,
            @Nullable StatusFilter status,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate at,
            @Nullable OrganisationOrder sort) {
        OrganisationFilter filter() {
            return new OrganisationFilter(
                    q,
                    type,
                    level,
                    Ids.region("region", region),
                    Ids.body("parent", parent),
                    Ids.body("within", within),
                    false,
                    standing(),
                    at,
                    sort == null ? OrganisationOrder.REGION : sort);
        }

        private @Nullable OrganisationStatus standing() {
            return switch (status) {
                case null -> OrganisationStatus.ACTIVE;
                case PLANNED -> OrganisationStatus.PLANNED;
                case ACTIVE -> OrganisationStatus.ACTIVE;
                case CLOSED -> OrganisationStatus.CLOSED;
                case ALL -> null;
            };
        }
    }

    @GetMapping
    @Operation(summary = "Bodies as they were on a day, today when none is given")
    Page<OrganisationView> list(
            Actor actor, @ParameterObject OrganisationQuery query, @ParameterObject PageRequest page, Locale locale) {
        Page<Organisation> found = register.list(actor, query.filter(), page);
        return new Page<>(
                views.of(found.items(), day(query.at()), locale), found.next(), found.total(), found.truncated());
    }

    @PostMapping(path = "/exports", produces = OrganisationCsv.TYPE)
    @Operation(summary = "The same list whole, as CSV")
    void export(Actor actor, @ParameterObject OrganisationQuery query, Locale locale, HttpServletResponse response)
            throws IOException {
        csv.write(actor, query.filter(), day(query.at()), locale, response);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One body as it was on a day, with its ETag and what you may do with it")
    ResponseEntity<OrganisationView> find(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate at,
            Locale locale) {
        LocalDate on = day(at);
        Organisation found = register.find(actor, Ids.path(id), on).orElseThrow(() -> Ids.notFound(id));
        return ResponseEntity.ok()
                .eTag(new Revision(found.version()).etag())
                .body(views.detail(found, actor, on, locale));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "What was decided about a body, and the periods that follow from it")
    HistoryView history(Actor actor, @PathVariable String id, Locale locale) {
        OrganisationId body = Ids.path(id);
        List<Decision> decisions = register.history(actor, body);
        if (decisions.isEmpty()) {
            throw Ids.notFound(id);
        }
        return histories.of(decisions, register.periods(actor, body), day(null), locale);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Found a body")
    ResponseEntity<OrganisationView> found(Actor actor, @RequestBody Bodies.Found body, Locale locale) {
        Organisation made = register.found(actor, body.founding());
        return ResponseEntity.created(URI.create(PATH + "/" + made.id()))
                .eTag(new Revision(made.version()).etag())
                .body(views.detail(made, actor, day(null), locale));
    }

    @PostMapping("/{id}/names")
    @Operation(
            summary = "Rename a body from a day",
            parameters = @Parameter(in = ParameterIn.HEADER, name = HttpHeaders.IF_MATCH))
    ResponseEntity<OrganisationView> rename(
            Actor actor, @PathVariable String id, IfMatch ifMatch, @RequestBody Bodies.Rename body, Locale locale) {
        return decided(
                id,
                actor,
                locale,
                register.rename(actor, Ids.path(id), seen(ifMatch), body.order(), body.name(), body.shortName()));
    }

    @PostMapping("/{id}/moves")
    @Operation(
            summary = "Put a body under another parent, into another region or onto another level from a day",
            parameters = @Parameter(in = ParameterIn.HEADER, name = HttpHeaders.IF_MATCH))
    ResponseEntity<OrganisationView> move(
            Actor actor, @PathVariable String id, IfMatch ifMatch, @RequestBody Bodies.Move body, Locale locale) {
        return decided(
                id,
                actor,
                locale,
                register.move(
                        actor,
                        Ids.path(id),
                        seen(ifMatch),
                        body.order(),
                        Ids.body("/parent", body.parent()),
                        body.region(),
                        body.level()));
    }

    @PostMapping("/{id}/types")
    @Operation(
            summary = "Make a body one of another type from a day",
            parameters = @Parameter(in = ParameterIn.HEADER, name = HttpHeaders.IF_MATCH))
    ResponseEntity<OrganisationView> reclassify(
            Actor actor, @PathVariable String id, IfMatch ifMatch, @RequestBody Bodies.Reclassify body, Locale locale) {
        return decided(
                id,
                actor,
                locale,
                register.reclassify(actor, Ids.path(id), seen(ifMatch), body.order(), body.type(), body.level()));
    }

    @PostMapping("/{id}/mergers")
    @Operation(
            summary = "Merge a body into another from a day",
            parameters = @Parameter(in = ParameterIn.HEADER, name = HttpHeaders.IF_MATCH))
    ResponseEntity<OrganisationView> merge(
            Actor actor, @PathVariable String id, IfMatch ifMatch, @RequestBody Bodies.Merge body, Locale locale) {
        return decided(
                id,
                actor,
                locale,
                register.merge(actor, Ids.path(id), seen(ifMatch), body.order(), Ids.required("/into", body.into())));
    }

    @PostMapping("/{id}/closures")
    @Operation(
            summary = "Close a body without successor from a day",
            parameters = @Parameter(in = ParameterIn.HEADER, name = HttpHeaders.IF_MATCH))
    ResponseEntity<OrganisationView> close(
            Actor actor, @PathVariable String id, IfMatch ifMatch, @RequestBody Bodies.Close body, Locale locale) {
        return decided(id, actor, locale, register.close(actor, Ids.path(id), seen(ifMatch), body.order()));
    }

    private static Consumer<Organisation> seen(IfMatch ifMatch) {
        return current -> ifMatch.check(new Revision(current.version()));
    }

    private ResponseEntity<OrganisationView> decided(
            String id, Actor actor, Locale locale, Optional<Organisation> after) {
        Organisation body = after.orElseThrow(() -> Ids.notFound(id));
        return ResponseEntity.ok()
                .eTag(new Revision(body.version()).etag())
                .body(views.detail(body, actor, day(null), locale));
    }

    private LocalDate day(@Nullable LocalDate at) {
        return at == null ? LocalDate.now(clock) : at;
    }
}
