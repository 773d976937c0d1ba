package org.suyuan.access;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.organisations.OrganisationLevel;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.testing.SignedIn;

/**
 * Everybody who may stand before an endpoint, each with a real login: one person a role, all at home in Jimei (集美区, Xiamen),
 * a system, and the same again from elsewhere. And the things at home that paths name.
 */
final class AccessWorld {
    static final String NOBODY = "nobody";
    static final String SYSTEM = "system";

    private static final String PASSWORD = "a bridge over calm water";
    private static final String PLATFORM = "01900000-0000-7000-8000-000000000001";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("\"secret\":\"([^\"]+)\"");
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Actor FOUNDER = new Actor(
            new ActorId(new UUID(0, 1)), "founder", Set.of(Permission.ORGANISATIONS_WRITE), new Scope.Everything());

    private static final Map<Integer, AccessWorld> WORLDS = new HashMap<>();

    /** Who asks, and the headers that say so where there is no browser. */
    record Caller(SignedIn browser, Map<String, String> headers, String username) {
        HttpResponse<String> send(String method, String path, String body, Map<String, String> more) {
            Map<String, String> all = new HashMap<>(more);
            all.putAll(headers);
            return browser.send(method, path, body, all);
        }
    }

    private final int port;
    private final JdbcClient jdbc;
    private final OrganisationRegister organisations;
    private final SignedIn administrator;
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private final Map<String, String> things = new HashMap<>();

    /** One world a platform: its people take a while to come. */
    static synchronized AccessWorld of(int port, JdbcClient jdbc, OrganisationRegister organisations) {
        return WORLDS.computeIfAbsent(port, _ -> new AccessWorld(port, jdbc, organisations));
    }

    private AccessWorld(int port, JdbcClient jdbc, OrganisationRegister organisations) {
        this.port = port;
        this.jdbc = jdbc;
        this.organisations = organisations;
        // Second factors have tests of their own; here everybody shall get as far as his role carries him.
        jdbc.sql("UPDATE identity.role SET second_factor_required = FALSE").update();
        this.administrator = SignedIn.administrator(port);
    }

    /** By role, all at home; and nobody, and a system. */
    Map<String, Caller> atHome() {
        if (callers.isEmpty()) {
            String home = operator("集美乳业", "350211");
            Things.make(administrator, home, jdbc, things);
            Places places = new Places(
                    founded("国家局", OrganisationLevel.STATE, null),
                    founded("福建省局", OrganisationLevel.PROVINCE, "35"),
                    founded("厦门市局", OrganisationLevel.PREFECTURE, "3502"),
                    founded("集美区局", OrganisationLevel.COUNTY, "350211"),
                    laboratory());
            callers.put(NOBODY, new Caller(SignedIn.nobody(port), Map.of(), ""));
            for (String role : roles()) {
                callers.put(role, person(role, places.post(role, home)));
            }
            callers.put(SYSTEM, system(home));
            Caller victim = person("operator-staff", places.post("operator-staff", home));
            things.put("person", personOf(victim));
            things.put(
                    "post",
                    jdbc.sql("SELECT id::text FROM identity.post WHERE account = :id::uuid")
                            .param("id", personOf(victim))
                            .query(String.class)
                            .single());
        }
        return callers;
    }

    /** An officer of another province's county, and the staff and the system of another operator. */
    Map<String, Caller> fromElsewhere() {
        String other = operator("杭州乳业", "330106");
        String county = founded("西湖区局", OrganisationLevel.COUNTY, "330106");
        Map<String, Caller> strangers = new LinkedHashMap<>();
        for (String role : List.of("county-officer", "information-officer", "dispatcher", "auditor")) {
            strangers.put(role + " of another region", person(role, at(county, role)));
        }
        strangers.put("staff of another operator", person("operator-staff", within(other, "operator-staff")));
        strangers.put("system of another operator", system(other));
        return strangers;
    }

    /** By the path that names it; empty for a kind that nobody entered. */
    @Nullable
    String thing(String variable) {
        return Things.find(variable, things);
    }

    List<String> roles() {
        return jdbc.sql("SELECT code FROM identity.role ORDER BY code")
                .query(String.class)
                .list();
    }

    /** Where the people of a role have their posts. */
    private record Places(String state, String province, String prefecture, String county, String laboratory) {
        String post(String role, String operator) {
            return switch (role) {
                case "administrator", "access-administrator" -> at(PLATFORM, role);
                case "state-officer" -> at(state, role);
                case "province-officer" -> at(province, role);
                case "prefecture-officer" -> at(prefecture, role);
                case "laboratory" -> at(laboratory, role);
                case "operator-staff", "integrator" -> within(operator, role);
                default -> at(county, role);
            };
        }
    }

    private static String at(String organisation, String role) {
        return "{\"organisation\": \"%s\", \"title\": \"测试岗\", \"role\": \"%s\"}".formatted(organisation, role);
    }

    private static String within(String operator, String role) {
        return "{\"operator\": \"%s\", \"title\": \"测试岗\", \"role\": \"%s\"}".formatted(operator, role);
    }

    private String founded(String name, OrganisationLevel level, @Nullable String region) {
        return found(new OrganisationRegister.Founding(
                name + " " + UUID.randomUUID(), null, "market-regulation", level, region, null, null, today()));
    }

    private String laboratory() {
        return found(new OrganisationRegister.Founding(
                "检验所 " + UUID.randomUUID(), null, "laboratory", null, "350211", null, null, today()));
    }

    private String found(OrganisationRegister.Founding founding) {
        OrganisationId id = organisations.found(FOUNDER, founding).id();
        return id.toString();
    }

    private static OrganisationRegister.Order today() {
        return new OrganisationRegister.Order(LocalDate.of(2026, 1, 1), "test", null);
    }

    private String operator(String name, String region) {
        return first(ID, ok(administrator.post("/api/registry/operators", """
                {"nameZh": "%s", "kinds": ["dairy"], "region": "%s"}
                """.formatted(name, region))));
    }

    private Caller person(String role, String post) {
        forgive();
        String username = "w-" + role.substring(0, Math.min(8, role.length())).replaceAll("-$", "") + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        String invited = ok(administrator.post("/api/identity/people", """
                {"username": "%s", "name": "王试验", "post": %s}
                """.formatted(username, post)));
        SignedIn browser = SignedIn.nobody(port);
        ok(browser.post("/api/identity/invitations/" + first(TOKEN, invited), "{\"password\": \"" + PASSWORD + "\"}"));
        return new Caller(SignedIn.as(port, username, PASSWORD), Map.of(), username);
    }

    /** A fresh login of a person whose session has ended; the system's token lasts. */
    Caller again(Caller caller) {
        forgive();
        return caller.username().isEmpty()
                ? caller
                : new Caller(SignedIn.as(port, caller.username(), PASSWORD), Map.of(), caller.username());
    }

    Caller system(String operator) {
        return system(operator, List.of("epcis:capture", "epcis:read", "registry:read", "codes:read", "trace:read"));
    }

    Caller system(String operator, List<String> apiScopes) {
        forgive();
        String client = "c-" + UUID.randomUUID();
        String created = ok(administrator.post(
                "/api/identity/clients", """
                {"clientId": "%s", "name": "test", "apiScopes": ["%s"], "scope": {"kind": "OPERATOR", "operator": "%s"}}
                """.formatted(client, String.join("\", \"", apiScopes), operator)));
        return new Caller(
                SignedIn.nobody(port),
                Map.of("Authorization", "Bearer " + token(client, first(SECRET, created), apiScopes)),
                "");
    }

    private String token(String client, String secret, List<String> apiScopes) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        String form = "grant_type=client_credentials&scope="
                + URLEncoder.encode(String.join(" ", apiScopes), StandardCharsets.UTF_8);
        return first(
                ACCESS_TOKEN,
                ok(SignedIn.nobody(port)
                        .send(
                                "POST",
                                "/oauth2/token",
                                form,
                                Map.of(
                                        "Authorization",
                                        "Basic " + basic,
                                        "Content-Type",
                                        "application/x-www-form-urlencoded"))));
    }

    void deactivate(Caller system) {
        String token = String.valueOf(system.headers().get("Authorization"));
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        String client = first(Pattern.compile("\"sub\":\"([^\"]+)\""), claims);
        ok(administrator.post("/api/identity/clients/" + client + "/deactivations", "{}"));
    }

    /** The wrong passwords that the matrix sends count as anybody's; here nobody shall wait for them. */
    private void forgive() {
        jdbc.sql("DELETE FROM identity.lockout").update();
    }

    private String personOf(Caller caller) {
        return jdbc.sql("SELECT id::text FROM identity.account WHERE username = :name")
                .param("name", caller.username())
                .query(String.class)
                .single();
    }

    static String ok(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
