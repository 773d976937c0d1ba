package org.suyuan.organisations.store;

import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.organisations.OrganisationType;
import org.suyuan.organisations.Organisations;
import org.suyuan.organisations.OrganisationsProblem;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.Problem;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.audit.AuditTrail;

/** Adds types; how they are read is {@link JdbcOrganisations}' part. */
@Repository
class Types {
    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final AuditTrail audit;

    Types(JdbcClient jdbc, Organisations organisations, AuditTrail audit) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.audit = audit;
    }

    void check(String code, List<FieldError> faults) {
        if (!organisations.types().containsKey(code)) {
            faults.add(new FieldError("/type", code, "code", "expected: code of a type"));
        }
    }

    OrganisationType add(Actor actor, OrganisationType type) {
        actor.require(Permission.ORGANISATIONS_WRITE);
        if (!(actor.scope() instanceof Scope.Everything)) {
            throw new AccessRefused(Permission.ORGANISATIONS_WRITE);
        }
        Checks.refuse(faults(type));
        try {
            insert(type);
        } catch (DuplicateKeyException e) {
            throw new Problem(OrganisationsProblem.TYPE_EXISTS, "/code: " + type.code() + " (there is such a type)");
        }
        audit.decided(actor, Deeds.of(type));
        return type;
    }

    private static List<FieldError> faults(OrganisationType type) {
        List<FieldError> faults = new ArrayList<>();
        if (!type.code().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || type.code().length() > 60) {
            faults.add(new FieldError("/code", type.code(), "charset", "expected: lower-case words with hyphens"));
        }
        Checks.text(faults, "/nameZh", type.nameZh());
        Checks.text(faults, "/nameEn", type.nameEn());
        if (type.legalBasis() != null) {
            Checks.text(faults, "/legalBasis", type.legalBasis());
        }
        if (type.levelled() && !type.authority()) {
            faults.add(new FieldError("/levelled", "true", "levelled-authority", "expected: an authority"));
        }
        if (type.validFrom() != null
                && type.validTo() != null
                && !type.validFrom().isBefore(type.validTo())) {
            faults.add(new FieldError(
                    "/validTo", type.validTo().toString(), "order", "expected: after validFrom " + type.validFrom()));
        }
        return faults;
    }

    private void insert(OrganisationType type) {
        jdbc.sql("""
                        INSERT INTO organisations.type (code, position, name_zh, name_en, authority, levelled, valid_from,
                            valid_to, legal_basis)
                        SELECT :code, COALESCE(max(t.position), 0) + 10, :name_zh, :name_en, :authority, :levelled,
                            COALESCE(:valid_from, '-infinity'::date), COALESCE(:valid_to, 'infinity'::date), :legal_basis
                        FROM organisations.type AS t
                        """)
                .param("code", type.code())
                .param("name_zh", type.nameZh())
                .param("name_en", type.nameEn())
                .param("authority", type.authority())
                .param("levelled", type.levelled())
                .param("valid_from", type.validFrom())
                .param("valid_to", type.validTo())
                .param("legal_basis", type.legalBasis())
                .update();
    }
}
