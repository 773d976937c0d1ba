package org.suyuan.registry.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suyuan.registry.Region;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.RegionMove;
import org.suyuan.registry.RegionMove.Step;
import org.suyuan.registry.RegionMoves;
import org.suyuan.registry.RegionPaths;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;
import org.suyuan.shared.access.AccessRefused;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.shared.audit.AuditTrail;
import org.suyuan.shared.audit.Deed;
import org.suyuan.shared.audit.Subject;

@Repository
class JdbcRegionMoves implements RegionMoves {
    private static final int TEXT_LENGTH_MAX = 200;
    private static final int REASON_LENGTH_MAX = 2_000;

    private final JdbcClient jdbc;
    private final JdbcRegions regions;
    private final RegionRows rows;
    private final List<RegionPaths> followers;
    private final AuditTrail audit;
    private final Clock clock;

    JdbcRegionMoves(
            JdbcClient jdbc,
            JdbcRegions regions,
            RegionRows rows,
            List<RegionPaths> followers,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.rows = rows;
        this.followers = List.copyOf(followers);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Moved> move(Actor actor, RegionCode code, Draft draft) {
        actor.require(Permission.REGISTRY_WRITE);
        if (!(actor.scope() instanceof Scope.Everything)) {
            throw new AccessRefused(Permission.REGISTRY_WRITE);
        }
        jdbc.sql("LOCK TABLE registry.region IN SHARE ROW EXCLUSIVE MODE").update();
        Region before = regions.find(code, draft.from()).orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        RegionRows.Row move = checked(before, draft);
        rows.keep(actor, move, draft.reason(), draft.legalBasis());
        List<RegionRows.Pair> pairs = rows.apply(move);
        List<Step> steps = pairs.stream()
                .filter(RegionRows.Pair::moved)
                .map(RegionRows.Pair::step)
                .distinct()
                .toList();
        RegionMove made = new RegionMove(steps, draft.from(), actor, draft.reason(), draft.legalBasis());
        long followed = steps.isEmpty()
                ? 0
                : followers.stream().mapToLong(follower -> follower.moved(made)).sum();
        regions.readCentresAgain();
        Region after =
                regions.find(new RegionCode(move.newCode()), draft.from()).orElseThrow();
        audit.decided(actor, deed(before, after, draft, followed));
        return Optional.of(new Moved(after, pairs.size(), followed));
    }

    private static Deed deed(Region before, Region after, Draft draft, long followed) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("from", draft.from().toString());
        facts.put("code", after.code().toString());
        facts.put("name", after.nameZh());
        facts.put("rows", String.valueOf(followed));
        Subject subject =
                Subject.of("region", before.code().toString(), before.nameZh()).in(before.path());
        return Deed.of("registry.region.moved", subject, facts).because(draft.reason(), draft.legalBasis());
    }

    private RegionRows.Row checked(Region before, Draft draft) {
        List<FieldError> faults = new ArrayList<>();
        RegionCode code = code("/code", draft.code(), before.code(), faults);
        RegionCode parent = code("/parent", draft.parent(), before.parent(), faults);
        checkDay(before, draft.from(), faults);
        text("/nameZh", draft.nameZh(), TEXT_LENGTH_MAX, faults);
        text("/shortName", draft.shortName(), TEXT_LENGTH_MAX, faults);
        text("/nameEn", draft.nameEn(), TEXT_LENGTH_MAX, faults);
        text("/reason", draft.reason(), REASON_LENGTH_MAX, faults);
        text("/legalBasis", draft.legalBasis(), REASON_LENGTH_MAX, faults);
        RegionRows.Row move = new RegionRows.Row(
                before.code().significant(),
                Objects.requireNonNull(code).significant(),
                parent == null ? null : parent.significant(),
                orElse(draft.nameZh(), before.nameZh()),
                orElse(draft.shortName(), before.shortName()),
                orElse(draft.nameEn(), before.nameEn()),
                draft.from());
        checkPlace(before, move, code, parent, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return move;
    }

    private void checkDay(Region before, LocalDate from, List<FieldError> faults) {
        if (from.isAfter(LocalDate.now(clock))) {
            faults.add(new FieldError("/from", from.toString(), "region-move-day", "expected: today or earlier"));
        } else if (from.equals(before.validFrom())) {
            faults.add(new FieldError(
                    "/from",
                    from.toString(),
                    "region-move-day",
                    "expected: after its first day " + before.validFrom()));
        } else if (before.validTo() != null) {
            faults.add(new FieldError(
                    "/from", from.toString(), "region-move-day", "the code is out of force since " + before.validTo()));
        }
    }

    private void checkPlace(
            Region before, RegionRows.Row move, RegionCode code, @Nullable RegionCode parent, List<FieldError> faults) {
        if (code.level() != before.level()) {
            faults.add(new FieldError(
                    "/code", code.toString(), "region-move-level", "expected: a code of level " + before.level()));
            return;
        }
        if (parent != null) {
            if (!code.significant().startsWith(parent.significant())
                    || code.significant().length() <= parent.significant().length()) {
                faults.add(new FieldError(
                        "/code",
                        code.toString(),
                        "region-move-parent",
                        "expected: begins with " + parent.significant()));
            } else if (regions.find(parent, move.from()).isEmpty()) {
                faults.add(new FieldError(
                        "/parent",
                        parent.toString(),
                        "region-in-force",
                        "expected: a region in force on " + move.from()));
            }
        }
        if (!code.equals(before.code()) && rows.taken(move.newCode(), move.from())) {
            faults.add(new FieldError("/code", code.toString(), "region-move-taken", "expected: a code not in force"));
        }
        boolean same = code.equals(before.code())
                && move.nameZh().equals(before.nameZh())
                && move.shortName().equals(before.shortName())
                && move.nameEn().equals(before.nameEn());
        if (same) {
            faults.add(new FieldError("/code", code.toString(), "region-move-same", "expected: another code or name"));
        }
    }

    private static @Nullable RegionCode code(
            String pointer, @Nullable String text, @Nullable RegionCode same, List<FieldError> faults) {
        if (text == null) {
            return same;
        }
        Optional<RegionCode> code = RegionCode.parse(text);
        if (code.isEmpty()) {
            faults.add(new FieldError(pointer, text, "region", "expected: a code of 2, 4, 6, 9 or 12 digits"));
        }
        return code.orElse(same);
    }

    private static String orElse(@Nullable String text, String same) {
        return text == null ? same : text.strip();
    }

    private static void text(String pointer, @Nullable String text, int lengthMax, List<FieldError> faults) {
        if (text == null) {
            return;
        }
        if (text.isBlank()) {
            faults.add(new FieldError(pointer, text, "required", "expected: a text"));
        } else if (text.length() > lengthMax) {
            faults.add(new FieldError(
                    pointer,
                    text,
                    "length",
                    "%d characters (expected: at most %d)".formatted(text.length(), lengthMax)));
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            faults.add(new FieldError(pointer, text, "charset", "expected: no control characters"));
        }
    }
}
