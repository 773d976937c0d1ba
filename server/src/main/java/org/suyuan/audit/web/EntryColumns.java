package org.suyuan.audit.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suyuan.shared.web.ExportColumn;

/** The trail as a table. */
final class EntryColumns {
    static final List<ExportColumn<EntryView>> ALL = List.of(
            column("at", EntryView::at),
            column("type", EntryView::type),
            column("action", v -> v.action().name()),
            column("actor", v -> v.actor().name()),
            column(
                    "organisation",
                    v -> v.actor().capacity() == null
                            ? null
                            : v.actor().capacity().organisationName()),
            column(
                    "title",
                    v -> v.actor().capacity() == null
                            ? null
                            : v.actor().capacity().title()),
            column(
                    "behalfOf",
                    v -> v.actor().capacity() == null
                            ? null
                            : v.actor().capacity().behalfOf()),
            column("kind", v -> v.subject().kind()),
            column("subject", v -> v.subject().id()),
            column("subjectName", v -> v.subject().name()),
            column("regionPath", EntryView::regionPath),
            column("reason", EntryView::reason),
            column("legalBasis", EntryView::legalBasis),
            column("facts", EntryView::facts),
            column("requestId", EntryView::requestId),
            column("sourceAddress", EntryView::sourceAddress),
            column("client", EntryView::client));

    private EntryColumns() {}

    private static ExportColumn<EntryView> column(String name, Function<EntryView, @Nullable Object> value) {
        return new ExportColumn<>(name, "export.audit." + name, value);
    }
}
