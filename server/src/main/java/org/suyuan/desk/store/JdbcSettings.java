package org.suyuan.desk.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suyuan.desk.NoticeKind;
import org.suyuan.desk.Settings;
import org.suyuan.desk.SettingsStore;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.wall.Beyond;
import org.suyuan.shared.wall.SecondWall;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcSettings implements SettingsStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, NoticeKind.Channels>> CHANNELS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<String>>> COLUMNS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    JdbcSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Settings of(ActorId person) {
        return of(List.of(person)).getOrDefault(person, Settings.USUAL);
    }

    @Override
    public Map<ActorId, Settings> of(Collection<ActorId> people) {
        return SecondWall.outside(Beyond.TELLING, () -> chosen(people));
    }

    private Map<ActorId, Settings> chosen(Collection<ActorId> people) {
        Map<ActorId, Settings> found = new HashMap<>();
        jdbc.sql("""
                SELECT person, language, theme, notices, columns
                FROM desk.settings
                WHERE person = ANY (:people)
                """)
                .param("people", people.stream().map(ActorId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            new ActorId(row.getObject("person", UUID.class)),
                            new Settings(
                                    row.getString("language"),
                                    row.getString("theme"),
                                    JSON.readValue(row.getString("notices"), CHANNELS),
                                    JSON.readValue(row.getString("columns"), COLUMNS)));
                });
        return found;
    }

    @Override
    public void put(ActorId person, Settings settings) {
        jdbc.sql("""
                INSERT INTO desk.settings (person, language, theme, notices, columns)
                VALUES (:person, :language, :theme, :notices::jsonb, :columns::jsonb)
                ON CONFLICT (person) DO UPDATE
                SET language = excluded.language, theme = excluded.theme, notices = excluded.notices,
                    columns = excluded.columns
                """)
                .param("person", person.value())
                .param("language", settings.language())
                .param("theme", settings.theme())
                .param("notices", JSON.writeValueAsString(settings.notices()))
                .param("columns", JSON.writeValueAsString(settings.columns()))
                .update();
    }
}
