package org.suyuan.codes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.suyuan.desk.Assignee;
import org.suyuan.desk.Closing;
import org.suyuan.desk.Due;
import org.suyuan.desk.Link;
import org.suyuan.desk.NewTask;
import org.suyuan.desk.Priority;
import org.suyuan.desk.Tasks;
import org.suyuan.organisations.Organisation;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.Organisations;
import org.suyuan.registry.PublicFacts;
import org.suyuan.registry.PublicFacts.PublicProduct;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/**
 * Every new signal becomes a task of the market regulation body that answers for the place: where it was seen, else where
 * the product's operator sits (行政处罚法 §22, the place of the act). It closes with the assessment.
 */
@Component
class SignalTasks {
    static final String SUBJECT = "signal";
    private static final int TITLE_LENGTH_MAX = 80;

    /** The county's body first; where a level has none, the next one up. */
    private static final List<OrganisationLevel> UPWARDS = List.of(
            OrganisationLevel.COUNTY,
            OrganisationLevel.PREFECTURE,
            OrganisationLevel.PROVINCE,
            OrganisationLevel.STATE);

    private final Signals signals;
    private final Organisations organisations;
    private final Tasks tasks;
    private final PublicFacts facts;

    SignalTasks(Signals signals, Organisations organisations, Tasks tasks, PublicFacts facts) {
        this.signals = signals;
        this.organisations = organisations;
        this.tasks = tasks;
        this.facts = facts;
    }

    static String kindOf(SignalKind kind) {
        return "codes." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @ApplicationModuleListener
    void on(CounterfeitSignal raised) {
        signals.find(new Scope.Everything(), raised.id()).filter(Signal::open).ifPresent(this::open);
    }

    private void open(Signal signal) {
        String title = title(signal);
        tasks.open(new NewTask(
                kindOf(signal.kind()),
                List.of(title),
                new Link(SUBJECT, signal.id().toString(), title),
                signal.regionPath(),
                Permission.SIGNALS_ASSESS,
                assignee(signal),
                due(signal),
                Priority.NORMAL,
                Closing.BY_DECISION));
    }

    private Assignee assignee(Signal signal) {
        for (OrganisationLevel level : UPWARDS) {
            Optional<Organisation> body = organisations.responsible(signal.regionPath(), level);
            if (body.isPresent()) {
                return new Assignee.Office(body.get().id());
            }
        }
        return new Assignee.Nobody();
    }

    private @Nullable Due due(Signal signal) {
        return null;
    }

    /** The product's name and the end of the code; of a guessing source the beginning of its pseudonym. */
    String title(Signal signal) {
        String subject = signal.subject()
                .replaceFirst("^https://id\\.gs1\\.org/", "")
                .replaceFirst("^urn:suyuan:supervision:", "");
        Optional<String> product =
                Optional.ofNullable(signal.product()).flatMap(facts::product).map(PublicProduct::nameZh);
        String title = product.map(name -> name + " " + subject).orElse(subject);
        return title.length() <= TITLE_LENGTH_MAX ? title : title.substring(0, TITLE_LENGTH_MAX) + "…";
    }
}
