package org.suyuan.organisations.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.organisations.OrganisationType;
import org.suyuan.organisations.Organisations;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

/** {@code /api/organisations/types}: kinds of bodies are rows. */
@RestController
@RequestMapping("/api/organisations/types")
@Tag(name = "organisations")
class OrganisationTypeController {
    private final Organisations organisations;
    private final OrganisationRegister register;

    OrganisationTypeController(Organisations organisations, OrganisationRegister register) {
        this.organisations = organisations;
        this.register = register;
    }

    /** @param name in the reader's language */
    record TypeView(
            String code,
            String name,
            String nameZh,
            String nameEn,
            boolean authority,
            boolean levelled,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String legalBasis) {
        static TypeView of(OrganisationType type, Locale locale) {
            return new TypeView(
                    type.code(),
                    type.name(locale),
                    type.nameZh(),
                    type.nameEn(),
                    type.authority(),
                    type.levelled(),
                    type.validFrom(),
                    type.validTo(),
                    type.legalBasis());
        }
    }

    @GetMapping
    @Operation(summary = "All types of bodies, also those no longer in force")
    List<TypeView> list(Actor actor, Locale locale) {
        actor.require(Permission.ORGANISATIONS_READ);
        return organisations.types().values().stream()
                .map(type -> TypeView.of(type, locale))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a type of bodies")
    TypeView add(Actor actor, @RequestBody OrganisationType type, Locale locale) {
        return TypeView.of(register.addType(actor, type), locale);
    }
}
