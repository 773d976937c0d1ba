package org.suyuan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suyuan.desk.job.MailDispatch;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.access.Actor;

/** Letters through a real mail server on a socket: in the reader's language, never lost, known again when sent twice. */
class MailTest {
    private static final PageRequest PAGE = new PageRequest(10, null, false);

    private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private int port;
    private DeskWorld world;
    private Notices notices;
    private MailDispatch dispatch;
    private Actor lin;

    @BeforeEach
    void start() {
        server.start();
        port = server.getSmtp().getPort();
        world = new DeskWorld(Map.of(
                "suyuan.mail.host", "127.0.0.1",
                "suyuan.mail.port", String.valueOf(port),
                "suyuan.mail.from", "desk@suyuan.example",
                "suyuan.public-url", "https://suyuan.example"));
        notices = world.get(Notices.class);
        dispatch = world.get(MailDispatch.class);
        OrganisationId huli = world.staff.office("湖里区市场监督管理局", "/35/3502/350206/", null);
        lin = world.staff.officer("林晓", huli);
        world.staff.reachable(lin, "lin@suyuan.example", Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void stop() {
        world.close();
        server.stop();
    }

    @Test
    void a_letter_speaks_its_readers_language_in_plain_text_and_html() throws Exception {
        Actor smith = world.staff.officer("Smith", lin.organisation().orElseThrow());
        world.staff.reachable(smith, "smith@suyuan.example", Locale.ENGLISH);
        tell("酸奶 <b>180 g</b>", lin, smith);
        assertThat(dispatch.run()).isEqualTo(2);
        assertThat(dispatch.run()).isZero();
        MimeMessage chinese = to("lin@suyuan.example");
        MimeMessage english = to("smith@suyuan.example");
        assertThat(chinese.getSubject()).isEqualTo("一项待办交由您办理：酸奶 <b>180 g</b>");
        assertThat(english.getSubject()).isEqualTo("A task was given to you: 酸奶 <b>180 g</b>");
        assertThat(english.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        List<String> parts = texts(english);
        assertThat(parts.getFirst()).startsWith("Dear Smith,").contains("https://suyuan.example/console/");
        assertThat(parts.getLast()).contains("<html lang=\"en\">").contains("酸奶 &lt;b&gt;180 g&lt;/b&gt;");
    }

    @Test
    void a_letter_waits_while_the_server_is_down_and_arrives_once_when_it_is_up() throws Exception {
        server.stop();
        tell("酸奶", lin);
        assertThat(dispatch.run()).isEqualTo(1);
        assertThat(states()).containsExactly("WAITING");
        assertThat(dispatch.run()).as("not before its time").isZero();
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(dispatch.run()).as("the second attempt fails, too").isEqualTo(1);
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(dispatch.run()).as("waits twice as long").isZero();

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        server.start();
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(dispatch.run()).isEqualTo(1);
        world.clock.advance(Duration.ofDays(1));
        assertThat(dispatch.run()).isZero();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void a_letter_whose_sender_died_is_sent_again_under_the_same_message_id() throws Exception {
        tell("酸奶", lin);
        Mail mail = world.get(Outbox.class)
                .claim(world.clock.instant(), Duration.ofMinutes(15), 10)
                .getFirst();
        assertThat(dispatch.run()).as("leased to somebody else").isZero();
        world.clock.advance(Duration.ofMinutes(15));
        assertThat(dispatch.run()).isEqualTo(1);
        assertThat(to("lin@suyuan.example").getMessageID()).isEqualTo("<" + mail.id() + "@suyuan.example>");
    }

    @Test
    void a_letter_that_no_server_would_take_is_given_up_with_the_reason() {
        world.staff.reachable(lin, "nobody at all", Locale.ENGLISH);
        tell("酸奶", lin);
        dispatch.run();
        assertThat(states()).containsExactly("GIVEN_UP");
        assertThat(world.get(JdbcClient.class)
                        .sql("SELECT error FROM desk.mail")
                        .query(String.class)
                        .single())
                .isNotBlank();
    }

    @Test
    void everybody_is_told_where_he_chose_to_be() {
        Preferences preferences = world.get(Preferences.class);
        preferences.choose(lin, choice(false, true));
        tell("一", lin);
        assertThat(notices.unread(lin)).isZero();
        assertThat(dispatch.run()).isEqualTo(1);
        preferences.choose(lin, choice(true, false));
        tell("二", lin);
        assertThat(notices.unread(lin)).isEqualTo(1);
        assertThat(dispatch.run()).isZero();
        preferences.choose(lin, choice(false, false));
        tell("三", lin);
        assertThat(notices.unread(lin)).isEqualTo(1);
        Notice notice = notices.list(lin, true, PAGE).items().getFirst();
        assertThat(notices.read(lin, notice.id())).isTrue();
        Actor other = world.staff.officer("陈默", lin.organisation().orElseThrow());
        assertThat(notices.read(other, notice.id())).isFalse();
        assertThat(notices.unread(lin)).isZero();
        assertThat(notices.list(lin, false, PAGE).items()).hasSize(1);
    }

    private static Settings choice(boolean inApp, boolean mail) {
        return new Settings("en", null, Map.of(DeskNotices.ASSIGNED, new NoticeKind.Channels(inApp, mail)), Map.of());
    }

    private void tell(String what, Actor... people) {
        notices.send(
                List.of(people).stream().map(Actor::id).toList(),
                new NewNotice(DeskNotices.ASSIGNED, List.of(what), new Link("task", "1", what)));
    }

    private MimeMessage to(String address) throws Exception {
        for (MimeMessage message : server.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                return message;
            }
        }
        throw new AssertionError("no letter to " + address);
    }

    /** The alternatives of a letter, in order. */
    private static List<String> texts(MimeMessage message) throws Exception {
        Object content = message.getContent();
        while (content instanceof Multipart multipart
                && !(multipart.getBodyPart(0).getContent() instanceof String)) {
            content = multipart.getBodyPart(0).getContent();
        }
        Multipart alternatives = (Multipart) content;
        assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
        return List.of((String) alternatives.getBodyPart(0).getContent(), (String)
                alternatives.getBodyPart(1).getContent());
    }

    private List<String> states() {
        return world.get(JdbcClient.class)
                .sql("SELECT state FROM desk.mail")
                .query(String.class)
                .list();
    }
}
