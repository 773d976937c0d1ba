package org.suyuan.shared.audit;

import org.jspecify.annotations.Nullable;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OperatorId;

/**
 * What an audit entry is about, and who may therefore see it.
 *
 * @param kind {@code person}, {@code organisation}, {@code operator}, {@code signal}, {@code file} …
 * @param id as the API gives it
 * @param name as it was at the time, for people to read
 * @param person whose personal data these are; he can read who looked at them
 * @param operator whose business data these are
 * @param regionPath where it lies, for example {@code /35/3502/350212/}; an auditor with a jurisdiction sees what lies in it
 */
public record Subject(
        String kind,
        String id,
        String name,
        @Nullable ActorId person,
        @Nullable OperatorId operator,
        @Nullable String regionPath) {
    public static Subject of(String kind, String id, String name) {
        return new Subject(kind, id, name, null, null, null);
    }

    public static Subject person(ActorId person, String name) {
        return new Subject("person", person.toString(), name, person, null, null);
    }

    public Subject in(@Nullable String regionPath) {
        return new Subject(kind, id, name, person, operator, regionPath);
    }
}
