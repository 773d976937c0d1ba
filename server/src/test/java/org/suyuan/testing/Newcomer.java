package org.suyuan.testing;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A person who was invited and came, for tests that need somebody with a post.
 *
 * @param id of the person
 * @param post id of his first post
 * @param browser logged in
 */
public record Newcomer(String id, String username, String post, SignedIn browser) {
    public static final String PASSWORD = "a bridge over calm water";

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern PERSON = Pattern.compile("\"person\":\\{\"id\":\"([^\"]+)\"");
    private static final Pattern POST = Pattern.compile("\"posts\":\\[\\{\"id\":\"([^\"]+)\"");

    /** @param post JSON of the first post, for example {@code {"organisation": "…", "title": "…", "role": "inspector"}} */
    public static Newcomer join(int port, SignedIn administrator, String name, String post) {
        String username = "p-" + UUID.randomUUID().toString().substring(0, 13);
        var invited = administrator.post("/api/identity/people", """
                {"username": "%s", "name": "%s", "email": "%s@example.org", "post": %s}
                """.formatted(username, name, username, post));
        if (invited.statusCode() != 201) {
            throw new IllegalStateException(invited.statusCode() + " " + invited.body());
        }
        SignedIn browser = SignedIn.nobody(port);
        var accepted = browser.post(
                "/api/identity/invitations/" + found(TOKEN, invited.body()),
                "{\"password\": \"%s\"}".formatted(PASSWORD));
        if (accepted.statusCode() != 200) {
            throw new IllegalStateException(accepted.statusCode() + " " + accepted.body());
        }
        return new Newcomer(found(PERSON, invited.body()), username, found(POST, invited.body()), browser);
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
