package org.suyuan.registry.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suyuan.registry.CodeList;
import org.suyuan.registry.Operator;
import org.suyuan.registry.RegionCode;
import org.suyuan.registry.UnifiedSocialCreditCode;
import org.suyuan.shared.access.Actor;

/** Shows operators in the reader's language. */
@Component
class OperatorViews {
    private final Names names;

    OperatorViews(Names names) {
        this.names = names;
    }

    List<OperatorView> of(List<Operator> operators, Locale locale) {
        return of(operators, null, locale);
    }

    OperatorView detail(Operator operator, Actor actor, Locale locale) {
        return of(List.of(operator), names.change(actor, locale), locale).getFirst();
    }

    private List<OperatorView> of(List<Operator> operators, @Nullable List<AllowedAction> actions, Locale locale) {
        Names.Named<RegionCode> regions =
                names.regions(operators.stream().map(Operator::region).toList(), locale);
        Names.Named<String> kinds = names.codes(CodeList.OPERATOR_KINDS, locale);
        return operators.stream()
                .map(operator -> view(operator, regions, kinds, actions, locale))
                .toList();
    }

    private OperatorView view(
            Operator operator,
            Names.Named<RegionCode> regions,
            Names.Named<String> kinds,
            @Nullable List<AllowedAction> actions,
            Locale locale) {
        UnifiedSocialCreditCode uscc = operator.uscc();
        return new OperatorView(
                operator.id().toString(),
                uscc == null ? null : uscc.value(),
                Names.of(operator.nameZh(), operator.nameEn(), locale),
                operator.nameZh(),
                operator.nameEn(),
                operator.kinds().stream().map(kinds::of).toList(),
                regions.of(operator.region()),
                operator.address(),
                operator.contact(),
                operator.companyPrefix(),
                operator.productionLicence(),
                operator.operationLicence(),
                operator.validFrom(),
                operator.validTo(),
                operator.status(),
                names.label(operator.status(), locale),
                names.localised(operator.doubts(), locale),
                operator.version(),
                actions);
    }
}
