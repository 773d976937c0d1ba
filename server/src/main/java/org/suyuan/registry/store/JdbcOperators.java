package org.suyuan.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.registry.Checked;
import org.suyuan.registry.CodeList;
import org.suyuan.registry.CodeLists;
import org.suyuan.registry.Contact;
import org.suyuan.registry.Entered;
import org.suyuan.registry.Faults;
import org.suyuan.registry.FoodLicence;
import org.suyuan.registry.Imports;
import org.suyuan.registry.ListOrder;
import org.suyuan.registry.Operator;
import org.suyuan.registry.OperatorDraft;
import org.suyuan.registry.OperatorFilter;
import org.suyuan.registry.Operators;
import org.suyuan.registry.Region;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.Regions;
import org.suyuan.registry.RegistrationStatus;
import org.suyuan.registry.RegistryProblem;
import org.suyuan.registry.UnifiedSocialCreditCode;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.Uuid7;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;

@Repository
class JdbcOperators implements Operators {
    private static final String SELECT = """
            SELECT t.id, t.uscc, t.name_zh, t.name_en, t.kinds, t.region_code, t.region_path, t.address,
                   t.contact_name, t.contact_phone, t.contact_email, t.company_prefix,
                   t.production_licence, t.operation_licence, t.valid_from, t.valid_to, t.status, t.version
            """;
    private static final String FROM = "FROM registry.operator AS t";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Regions regions;
    private final CodeLists codeLists;
    private final Clock clock;

    JdbcOperators(
            JdbcClient jdbc, NamedParameterJdbcTemplate batches, Regions regions, CodeLists codeLists, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.regions = regions;
        this.codeLists = codeLists;
        this.clock = clock;
    }

    @Override
    public Page<Operator> list(Actor actor, OperatorFilter filter, PageRequest page) {
        return listing(actor, filter).page(page, order(filter.order()));
    }

    /** The driver reads in portions only inside a transaction. */
    @Override
    @Transactional(readOnly = true)
    public void export(Actor actor, OperatorFilter filter, Consumer<List<Operator>> portion) {
        listing(actor, filter).portions(order(filter.order()), Imports.CHUNK, portion);
    }

    private Listing<Operator> listing(Actor actor, OperatorFilter filter) {
        Listing<Operator> listing = new Listing<>(jdbc, SELECT, FROM, JdbcOperators::operator)
                .where(ScopeClause.readingOperators(actor))
                .where("t.name_zh LIKE :name OR t.name_en ILIKE :name", "name", Listing.anywhere(filter.name()))
                .where("t.uscc = :uscc", "uscc", filter.uscc())
                .where("t.kinds @> ARRAY[:kind]::text[]", "kind", filter.kind())
                .where(
                        "t.status = :status",
                        "status",
                        filter.status() == null ? null : filter.status().name());
        KnownRegions.narrowing(regions, filter.region()).ifPresent(listing::where);
        return listing;
    }

    private static Listing.Order<Operator> order(ListOrder order) {
        return switch (order) {
            case NEWEST -> Listing.newest(operator -> operator.id().toString());
            case NAME ->
                Listing.byName(Operator::nameZh, operator -> operator.id().toString());
        };
    }

    @Override
    public Optional<Operator> find(Actor actor, OperatorId id) {
        return one(ScopeClause.readingOperators(actor), id, "");
    }

    private Optional<Operator> one(ScopeClause scope, OperatorId id, String lock) {
        return jdbc.sql(SELECT + FROM + "\nWHERE t.id = :id AND (" + scope.sql() + ")" + lock)
                .param("id", id.value())
                .params(scope.parameters())
                .query(JdbcOperators::operator)
                .optional();
    }

    private Operator stored(OperatorId id) {
        return jdbc.sql(SELECT + FROM + "\nWHERE t.id = :id")
                .param("id", id.value())
                .query(JdbcOperators::operator)
                .single();
    }

    @Override
    @Transactional
    public Operator register(Actor actor, OperatorDraft draft) {
        return stored(Entries.single(registerAll(actor, List.of(draft)), RegistryProblem.OPERATOR_EXISTS));
    }

    @Override
    @Transactional
    public List<Entered<OperatorId>> registerAll(Actor actor, List<OperatorDraft> drafts) {
        Entries.requireChunk(drafts);
        ScopeClause.writingOperators(actor);
        if (actor.operator().isPresent()) {
            throw new AccessRefused(Permission.REGISTRY_WRITE);
        }
        Known known = known(drafts);
        List<Entered<OperatorId>> entered = new ArrayList<>();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (OperatorDraft draft : drafts) {
            OperatorId id = new OperatorId(Uuid7.next(clock));
            Faults faults = draft.faults();
            Region region = check(actor, id, draft, known, faults);
            if (region == null || !faults.none()) {
                entered.add(new Entered.Refused<>(faults.list()));
            } else {
                known.take(id, draft);
                rows.add(parameters(actor, id, draft, region));
                entered.add(new Entered.Registered<>(id));
            }
        }
        Entries.guarded(RegistryProblem.OPERATOR_EXISTS, () -> insert(rows));
        return entered;
    }

    private int[] insert(List<SqlParameterSource> rows) {
        return batches.batchUpdate("""
                INSERT INTO registry.operator (id, uscc, name_zh, name_en, kinds, region_code, region_path, address,
                    contact_name, contact_phone, contact_email, company_prefix, production_licence, operation_licence,
                    valid_from, valid_to, status, version, created_at, changed_at, changed_by)
                VALUES (:id, :uscc, :name_zh, :name_en, :kinds, :region_code, :region_path, :address,
                    :contact_name, :contact_phone, :contact_email, :company_prefix, :production_licence, :operation_licence,
                    :valid_from, :valid_to, :status, 1, :now, :now, :actor)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    @Override
    @Transactional
    public Optional<Operator> change(Actor actor, OperatorId id, Consumer<Operator> precondition, OperatorDraft draft) {
        Operator current =
                one(ScopeClause.writingOperators(actor), id, "\nFOR UPDATE").orElse(null);
        if (current == null) {
            return Optional.empty();
        }
        precondition.accept(current);
        Faults faults = draft.faults();
        Region region = check(actor, id, draft, known(List.of(draft)), faults);
        if (actor.operator().isPresent()) {
            checkOwnChange(current, draft, faults);
        }
        Entries.refuse(faults, RegistryProblem.OPERATOR_EXISTS);
        Entries.guarded(
                RegistryProblem.OPERATOR_EXISTS,
                () -> update(parameters(actor, id, draft, Objects.requireNonNull(region))));
        return Optional.of(stored(id));
    }

    private int update(SqlParameterSource row) {
        int updated = batches.update("""
                UPDATE registry.operator
                SET uscc = :uscc, name_zh = :name_zh, name_en = :name_en, kinds = :kinds, region_code = :region_code,
                    region_path = :region_path, address = :address, contact_name = :contact_name,
                    contact_phone = :contact_phone, contact_email = :contact_email, company_prefix = :company_prefix,
                    production_licence = :production_licence, operation_licence = :operation_licence,
                    valid_from = :valid_from, valid_to = :valid_to, status = :status,
                    version = version + 1, changed_at = :now, changed_by = :actor
                WHERE id = :id
                """, row);
        batches.update("""
                UPDATE registry.product
                SET region_path = :region_path
                WHERE operator_id = :id AND region_path <> :region_path
                """, row);
        batches.update("""
                UPDATE registry.lot
                SET region_path = :region_path
                WHERE operator_id = :id AND site_id IS NULL AND region_path <> :region_path
                """, row);
        return updated;
    }

    /** What the drafts name, looked up once for all of them. */
    private record Known(
            Set<String> kinds, KnownRegions regions, Map<String, UUID> usccs, Map<String, UUID> companyPrefixes) {
        void take(OperatorId id, OperatorDraft draft) {
            if (draft.uscc() != null) {
                usccs.put(normalised(draft.uscc()), id.value());
            }
            if (draft.companyPrefix() != null) {
                companyPrefixes.put(draft.companyPrefix(), id.value());
            }
        }
    }

    private Known known(List<OperatorDraft> drafts) {
        Stream<@Nullable String> usccs =
                drafts.stream().map(OperatorDraft::uscc).map(uscc -> uscc == null ? null : normalised(uscc));
        return new Known(
                codeLists.byCode(CodeList.OPERATOR_KINDS).keySet(),
                KnownRegions.of(regions, drafts.stream().map(OperatorDraft::region)),
                holders("uscc", usccs),
                holders("company_prefix", drafts.stream().map(OperatorDraft::companyPrefix)));
    }

    private Map<String, UUID> holders(String column, Stream<@Nullable String> values) {
        Map<String, UUID> holders = new HashMap<>();
        jdbc.sql("""
                SELECT %1$s AS value, id
                FROM registry.public_operator
                WHERE %1$s = ANY (:values)
                """.formatted(column))
                .param("values", values.filter(Objects::nonNull).toArray(String[]::new))
                .query(row -> {
                    holders.put(row.getString("value"), Rows.id(row, "id"));
                });
        return holders;
    }

    /** Tells all that needs looking up; answers the region if it is good. */
    private @Nullable Region check(Actor actor, OperatorId id, OperatorDraft draft, Known known, Faults faults) {
        for (String kind : draft.kinds() == null ? List.<String>of() : draft.kinds()) {
            if (!known.kinds().contains(kind)) {
                faults.add("/kinds", kind, "code", "expected: a code of operator-kinds");
            }
        }
        if (draft.uscc() != null) {
            checkFree("/uscc", normalised(draft.uscc()), known.usccs(), id, faults);
        }
        if (draft.companyPrefix() != null) {
            checkFree("/companyPrefix", draft.companyPrefix(), known.companyPrefixes(), id, faults);
        }
        return known.regions().of(actor, draft.region(), validFrom(draft), LocalDate.now(clock), faults);
    }

    private static void checkFree(
            String pointer, String value, Map<String, UUID> holders, OperatorId id, Faults faults) {
        UUID holder = holders.get(value);
        if (holder != null && !holder.equals(id.value())) {
            faults.add(pointer, value, Faults.EXISTS, "another operator is registered with it");
        }
    }

    /** Identity, kind, place, licences and standing are the authority's to say. */
    private static void checkOwnChange(Operator current, OperatorDraft draft, Faults faults) {
        checkKept(
                "/uscc",
                current.uscc() == null ? null : current.uscc().value(),
                draft.uscc() == null ? null : normalised(draft.uscc()),
                faults);
        checkKept("/nameZh", current.nameZh(), draft.nameZh(), faults);
        checkKept("/kinds", current.kinds(), draft.kinds(), faults);
        checkKept("/region", current.region().toString(), regionText(draft), faults);
        checkKept("/productionLicence", current.productionLicence(), licence(draft.productionLicence()), faults);
        checkKept("/operationLicence", current.operationLicence(), licence(draft.operationLicence()), faults);
        checkKept("/validTo", current.validTo(), draft.validTo(), faults);
        checkKept("/status", current.status(), status(draft), faults);
    }

    private static void checkKept(String pointer, @Nullable Object current, @Nullable Object asked, Faults faults) {
        if (!Objects.equals(current, asked)) {
            faults.add(
                    pointer,
                    String.valueOf(asked),
                    "authority-only",
                    "expected: " + current + ", which only the authority changes");
        }
    }

    private static @Nullable String regionText(OperatorDraft draft) {
        return draft.region() == null
                ? null
                : RegionCode.parse(draft.region()).map(RegionCode::toString).orElse(draft.region());
    }

    private SqlParameterSource parameters(Actor actor, OperatorId id, OperatorDraft draft, Region region) {
        Contact contact = draft.contact() == null ? Contact.NONE : draft.contact();
        return new MapSqlParameterSource()
                .addValue("id", id.value())
                .addValue("uscc", draft.uscc() == null ? null : normalised(draft.uscc()))
                .addValue("name_zh", draft.nameZh())
                .addValue("name_en", draft.nameEn())
                .addValue("kinds", new LinkedHashSet<>(Objects.requireNonNull(draft.kinds())).toArray(String[]::new))
                .addValue("region_code", region.code().significant())
                .addValue("region_path", region.path())
                .addValue("address", draft.address())
                .addValue("contact_name", contact.name())
                .addValue("contact_phone", contact.phone())
                .addValue("contact_email", contact.email())
                .addValue("company_prefix", draft.companyPrefix())
                .addValue("production_licence", licence(draft.productionLicence()))
                .addValue("operation_licence", licence(draft.operationLicence()))
                .addValue("valid_from", validFrom(draft))
                .addValue("valid_to", draft.validTo())
                .addValue("status", status(draft).name())
                .addValue("now", OffsetDateTime.now(clock))
                .addValue("actor", actor.id().value());
    }

    private LocalDate validFrom(OperatorDraft draft) {
        return draft.validFrom() == null ? LocalDate.now(clock) : draft.validFrom();
    }

    private static RegistrationStatus status(OperatorDraft draft) {
        return draft.status() == null ? RegistrationStatus.ACTIVE : draft.status();
    }

    /** The code as it is stored; a broken one is left as it is, since the draft's own check tells it. */
    private static String normalised(String uscc) {
        return UnifiedSocialCreditCode.read(uscc)
                        instanceof Checked.Sound<UnifiedSocialCreditCode>(var code, var doubts)
                ? code.value()
                : uscc;
    }

    private static @Nullable String licence(@Nullable String number) {
        return number != null && FoodLicence.read(number) instanceof Checked.Sound<FoodLicence>(var licence, var doubts)
                ? licence.number()
                : number;
    }

    private static Operator operator(ResultSet row, int number) throws SQLException {
        return new Operator(
                new OperatorId(Rows.id(row, "id")),
                Rows.uscc(row),
                row.getString("name_zh"),
                row.getString("name_en"),
                Rows.texts(row, "kinds"),
                new RegionCode(row.getString("region_code")),
                row.getString("region_path"),
                row.getString("address"),
                new Contact(
                        row.getString("contact_name"), row.getString("contact_phone"), row.getString("contact_email")),
                row.getString("company_prefix"),
                row.getString("production_licence"),
                row.getString("operation_licence"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                RegistrationStatus.valueOf(row.getString("status")),
                row.getLong("version"));
    }
}
