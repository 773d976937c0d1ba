package org.suyuan.identity;

import java.util.UUID;
import java.util.regex.Pattern;
import org.suyuan.testing.SignedIn;

/** People who were invited and came: for tests that need somebody with a post. */
record Newcomers(int port, Invitations invitations, Accounts accounts, Passwords passwords) {
    static final String PASSWORD = "a bridge over calm water";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"person\":\\{\"id\":\"([^\"]+)\"");

    /** @param id of the person */
    record Newcomer(String id, String username, SignedIn browser) {}

    /** @param post JSON of the first post, for example {@code {"organisation": "…", "title": "…", "role": "…"}} */
    Newcomer join(SignedIn administrator, String name, String post) {
        String username = "p-" + UUID.randomUUID().toString().substring(0, 13);
        var invited = administrator.post("/api/identity/people", """
                {"username": "%s", "name": "%s", "post": %s}
                """.formatted(username, name, post));
        if (invited.statusCode() != 201) {
            throw new IllegalStateException(invited.statusCode() + " " + invited.body());
        }
        accept(first(TOKEN, invited.body()));
        return new Newcomer(first(ID, invited.body()), username, SignedIn.as(port, username, PASSWORD));
    }

    private void accept(String token) {
        var account = invitations.accept(new OneTimeToken(token)).orElseThrow();
        accounts.changePassword(account, passwords.hash(PASSWORD), false);
    }

    static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
