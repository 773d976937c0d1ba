package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.suyuan.shared.FieldError;
import org.suyuan.shared.InvalidInput;

class PasswordRulesTests {
    private final Passwords passwords = new Passwords();

    @Test
    void a_password_is_long_and_not_the_one_everybody_tries() {
        assertThat(refusal("short")).isEqualTo("password-length");
        assertThat(refusal("x".repeat(1_001))).isEqualTo("password-length");
        assertThat(refusal("Password1234")).isEqualTo("password-common");
        assertThat(refusal("abababababab")).isEqualTo("password-common");
        assertThat(refusal("linxiao-2026")).isEqualTo("password-username");
        assertThat(refusal("Suyuan@Xiamen")).isEqualTo("password-context");
        assertThatCode(() -> PasswordRules.check("/password", "清风明月本无价近水远山皆有情", "linxiao"))
                .doesNotThrowAnyException();
        assertThatCode(() -> PasswordRules.check("/password", passwords.generate(), "linxiao"))
                .doesNotThrowAnyException();
    }

    @Test
    void every_character_of_a_long_password_counts() {
        String long1 = "correct horse battery staple ".repeat(4) + "1";
        String hash = passwords.hash(long1);

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches(long1, hash)).isTrue();
        assertThat(passwords.matches(long1.substring(0, long1.length() - 1) + "2", hash))
                .isFalse();
    }

    @Test
    void a_password_typed_full_width_is_the_same_password() {
        String hash = passwords.hash("a bridge over 2 rivers");

        assertThat(passwords.matches("ａ ｂｒｉｄｇｅ ｏｖｅｒ ２ ｒｉｖｅｒｓ", hash)).isTrue();
    }

    private static String refusal(String password) {
        FieldError[] error = new FieldError[1];
        assertThatThrownBy(() -> PasswordRules.check("/password", password, "linxiao"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> error[0] = refused.errors().getFirst());
        assertThat(error[0].value()).isNull();
        return error[0].rule();
    }
}
