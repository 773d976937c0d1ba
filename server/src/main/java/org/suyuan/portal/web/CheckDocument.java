package org.suyuan.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suyuan.codes.VerificationAnswer;
import org.suyuan.codes.Verdict;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.portal.Journey;
import org.suyuan.portal.PublicCheck;
import org.suyuan.registry.GeoPoint;
import org.suyuan.registry.PublicFacts.PublicOperator;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.registry.PublicFacts.PublicSite;
import org.suyuan.shared.Amount;
import org.suyuan.shared.CodedName;

/**
 * The same as the page for machines ({@code Accept: application/json}).
 *
 * @param code as it was given
 * @param unit canonical URI, absent where the code names none
 * @param unitKind {@code item}, {@code supervised-item}, {@code logistic-unit}, {@code lot}, {@code product}, {@code other}
 * @param further what else is true beside the verdict
 */
record CheckDocument(
        String code,
        @Nullable String unit,
        @Nullable String unitKind,
        VerdictPart verdict,
        List<VerdictPart> further,
        @Nullable ProductPart product,
        @Nullable OperatorPart producer,
        @Nullable String lot,
        @Nullable LocalDate productionDate,
        @Nullable LocalDate bestBefore,
        boolean pastBestBefore,
        ChecksPart checks,
        List<SupplyPart> sources,
        List<StopPart> journey,
        boolean truncated,
        Instant checkedAt) {

    /** @param reason the sub-case, see the API description of {@code /api/codes/verifications} */
    record VerdictPart(String code, @Nullable String reason, String label, String message) {}

    record ProductPart(
            @Nullable String gtin,
            String name,
            @Nullable String brand,
            CodedName category,
            @Nullable String specification,
            @Nullable Amount netContent) {}

    record OperatorPart(String id, String name, @Nullable String uscc, String href) {}

    record ChecksPart(long count, @Nullable Instant firstAt) {}

    record SupplyPart(
            String unit,
            @Nullable ProductPart product,
            @Nullable Amount amount,
            List<StopPart> journey) {}

    record StopPart(
            String eventId,
            Instant time,
            String type,
            @Nullable CodedName bizStep,
            @Nullable CodedName disposition,
            @Nullable PlacePart place,
            @Nullable PlacePart to,
            List<String> via) {}

    record PlacePart(
            String uri,
            @Nullable String name,
            @Nullable CodedName role,
            @Nullable CodedName region,
            @Nullable GeoPoint point) {}

    static CheckDocument of(PublicCheck check, Words words, Names names) {
        return new Writer(check.journey(), words, names).document(check);
    }

    private record Writer(Journey way, Words words, Names names) {

        CheckDocument document(PublicCheck check) {
            VerificationAnswer answer = check.answer();
            VerificationAnswer.Facts facts = answer.facts();
            TraceUnit unit = answer.unit();
            return new CheckDocument(
                    answer.text(),
                    unit == null ? null : unit.uri(),
                    unit == null ? null : Names.kind(unit),
                    verdict(answer.verdict(), check),
                    answer.further().stream().map(further -> verdict(further, check)).toList(),
                    facts.product().map(this::product).orElse(null),
                    facts.producer().map(this::operator).orElse(null),
                    facts.lot().orElse(null),
                    facts.productionDate().orElse(null),
                    facts.bestBefore().orElse(null),
                    facts.past(),
                    new ChecksPart(facts.checks(), facts.firstCheckedAt().orElse(null)),
                    way.supplies().stream().map(this::supply).toList(),
                    way.stops().stream().map(this::stop).toList(),
                    way.truncated(),
                    answer.at());
        }

        private VerdictPart verdict(Verdict verdict, PublicCheck check) {
            VerdictView said = VerdictView.of(verdict, check, words, names);
            return new VerdictPart(verdict.code().name(), verdict.subCase(), said.headline(), said.why());
        }

        private ProductPart product(PublicProduct product) {
            return new ProductPart(
                    product.gtin() == null ? null : product.gtin().value(),
                    names.of(product),
                    product.brand(),
                    new CodedName(product.category().code(), words.name(product.category())),
                    product.specification(),
                    product.netContent());
        }

        private OperatorPart operator(PublicOperator operator) {
            return new OperatorPart(
                    operator.id().toString(),
                    names.of(operator),
                    operator.uscc() == null ? null : operator.uscc().value(),
                    "/operators/" + operator.id());
        }

        private SupplyPart supply(Journey.Supply supply) {
            return new SupplyPart(
                    supply.unit().uri(),
                    supply.product() == null ? null : product(supply.product()),
                    supply.amount(),
                    supply.stops().stream().map(this::stop).toList());
        }

        private StopPart stop(Journey.Stop stop) {
            return new StopPart(
                    stop.eventId(),
                    stop.time(),
                    stop.type(),
                    named("verb.", stop.bizStep()),
                    named("disposition.", stop.disposition()),
                    place(stop.place()),
                    place(stop.to()),
                    stop.via().stream().map(TraceUnit::uri).toList());
        }

        private @Nullable CodedName named(String prefix, @Nullable String word) {
            return word == null ? null : new CodedName(word, words.find(prefix + word).orElse(word));
        }

        private @Nullable PlacePart place(@Nullable String uri) {
            if (uri == null) {
                return null;
            }
            PublicSite site = way.site(uri).orElse(null);
            return site == null
                    ? new PlacePart(uri, null, null, null, null)
                    : new PlacePart(
                            uri,
                            names.of(site),
                            new CodedName(site.role(), names.role(site)),
                            new CodedName(site.region().toString(), names.region(site.region())),
                            site.point());
        }
    }
}
