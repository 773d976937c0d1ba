package org.suyuan.codes;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.suyuan.epcis.unit.TraceUnit;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicOperator;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.Page;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** What officers read about checks and counterfeits; takes {@code SIGNALS_READ}. */
@Component
public class VerificationHistory {
    private final VerificationLog log;
    private final Signals signals;
    private final PublicFacts facts;
    private final IssuedSeries issued;

    VerificationHistory(VerificationLog log, Signals signals, PublicFacts facts, IssuedSeries issued) {
        this.log = log;
        this.signals = signals;
        this.facts = facts;
        this.issued = issued;
    }

    /** All checks of a unit, newest first; empty for a unit of an operator outside the scope. */
    public Optional<Page<VerificationRecord>> of(Actor actor, TraceUnit unit, PageRequest page) {
        actor.require(Permission.SIGNALS_READ);
        return sees(actor.scope(), unit) ? Optional.of(log.history(unit.uri(), page)) : Optional.empty();
    }

    /** Signals within scope, newest first. */
    public Page<Signal> signals(Actor actor, SignalFilter filter, PageRequest page) {
        actor.require(Permission.SIGNALS_READ);
        return signals.list(actor.scope(), filter.kind(), filter.open(), page);
    }

    private boolean sees(Scope scope, TraceUnit unit) {
        return switch (scope) {
            case Scope.Everything() -> true;
            case Scope.OwnOrganisation organisation -> false;
            case Scope.Nothing() -> false;
            case Scope.OwnOperator(OperatorId own) ->
                operator(unit).filter(operator -> operator.id().equals(own)).isPresent();
            case Scope.Jurisdiction(String path) ->
                operator(unit)
                        .filter(operator -> operator.regionPath().startsWith(path))
                        .isPresent();
        };
    }

    private Optional<PublicOperator> operator(TraceUnit unit) {
        Optional<PublicProduct> product = switch (unit) {
            case TraceUnit.Item item -> facts.product(item.gtin());
            case TraceUnit.Lot lot -> facts.product(lot.gtin());
            case TraceUnit.ProductClass of -> facts.product(of.gtin());
            case TraceUnit.SupervisedItem(var code) ->
                issued.ofResource(code.productResource()).map(Series::product).flatMap(facts::product);
            case TraceUnit.LogisticUnit _, TraceUnit.OtherThing _ -> Optional.empty();
        };
        return product.map(PublicProduct::operator).flatMap(facts::operator);
    }
}
