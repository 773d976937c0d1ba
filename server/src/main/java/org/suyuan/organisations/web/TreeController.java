package org.suyuan.organisations.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationFilter;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;

/** {@code /api/organisations/tree}: opens the tree of bodies one branch at a time. */
@RestController
@RequestMapping("/api/organisations/tree")
@Tag(name = "organisations")
class TreeController {
    private final OrganisationRegister register;
    private final OrganisationViews views;
    private final Clock clock;

    TreeController(OrganisationRegister register, OrganisationViews views, Clock clock) {
        this.register = register;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The bodies directly below one, or those at the top, as they were on a day")
    Page<OrganisationView> children(
            Actor actor,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate at,
            @ParameterObject PageRequest page,
            Locale locale) {
        LocalDate on = at == null ? LocalDate.now(clock) : at;
        Page<Organisation> found = register.list(actor, OrganisationFilter.below(Ids.body("parent", parent), on), page);
        return new Page<>(views.of(found.items(), on, locale), found.next(), found.total(), found.truncated());
    }
}
