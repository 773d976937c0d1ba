package org.suyuan.desk;

import java.util.Collection;
import java.util.Map;
import org.suyuan.shared.ActorId;

/** Keeps how people want the console. */
public interface SettingsStore {
    Settings of(ActorId person);

    /** Those who have chosen nothing are absent. */
    Map<ActorId, Settings> of(Collection<ActorId> people);

    void put(ActorId person, Settings settings);
}
