package org.suyuan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.suyuan.desk.Addresses;
import org.suyuan.organisations.OrganisationRegister;
import org.suyuan.registry.Operators;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;
import org.suyuan.testing.Newcomer;
import org.suyuan.testing.PlatformTest;
import org.suyuan.testing.SignedIn;

/** What the desk learns about people: who is where today and could open what. */
@PlatformTest
@Import(MovableDays.class)
class PeopleAddressesTest {
    @LocalServerPort
    int port;

    @Autowired
    Addresses addresses;

    @Autowired
    PeopleSearch search;

    @Autowired
    OrganisationRegister register;

    @Autowired
    Operators operators;

    @Test
    void holders_of_a_permission_are_found_by_body_by_region_and_by_name() {
        OrganisationId body = new Bureaux(register, operators).county("350212", null);
        Newcomer officer = join(body, "钟离越", "inspector");
        join(body, "钟离静", "auditor");

        assertThat(addresses.holders(body, Permission.SIGNALS_READ, 10))
                .extracting(Actor::id)
                .containsExactly(ActorId.of(officer.id()));
        var city = new Scope.Jurisdiction("/35/3502/");
        assertThat(addresses.within(city, Permission.SIGNALS_READ, "钟离", 10))
                .extracting(Actor::id)
                .containsExactly(ActorId.of(officer.id()));
        assertThat(addresses.within(new Scope.Jurisdiction("/33/"), Permission.SIGNALS_READ, "钟离", 10))
                .isEmpty();
        assertThat(addresses.within(new Scope.OwnOrganisation(body), Permission.SIGNALS_READ, "检查科", 10))
                .hasSize(1);
    }

    @Test
    void a_person_in_a_post_is_the_actor_he_would_be() {
        OrganisationId body = new Bureaux(register, operators).county("350212", null);
        Newcomer officer = join(body, "钟离越", "inspector");

        Actor holder = addresses.holder(PostId.of(officer.post())).orElseThrow();
        assertThat(holder.scope()).isEqualTo(new Scope.Jurisdiction("/35/3502/350212/"));
        assertThat(holder.organisation()).hasValue(body);
        assertThat(addresses.capacities(ActorId.of(officer.id()))).containsExactly(holder);
        var recipient = addresses.recipient(ActorId.of(officer.id())).orElseThrow();
        assertThat(recipient.email()).isEqualTo(officer.username() + "@example.org");
        assertThat(recipient.language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(addresses.office(body).orElseThrow().regionPath()).isEqualTo("/35/3502/350212/");
    }

    @Test
    void somebody_who_left_is_nobodys_address() {
        OrganisationId body = new Bureaux(register, operators).county("350212", null);
        Newcomer officer = join(body, "钟离越", "inspector");
        SignedIn.administrator(port)
                .post("/api/identity/people/" + officer.id() + "/deactivations", "{\"reason\": \"退休\"}");

        assertThat(addresses.recipient(ActorId.of(officer.id()))).isEmpty();
        assertThat(addresses.holder(PostId.of(officer.post()))).isEmpty();
        assertThat(addresses.holders(body, Permission.SIGNALS_READ, 10)).isEmpty();
    }

    @Test
    void search_finds_people_whom_the_directory_shows() {
        OrganisationId body = new Bureaux(register, operators).county("350212", null);
        Newcomer officer = join(body, "钟离越女", "inspector");
        Actor near = addresses.holder(PostId.of(officer.post())).orElseThrow();
        Newcomer stranger = join(new Bureaux(register, operators).county("350211", null), "阮静", "inspector");
        Actor far = addresses.holder(PostId.of(stranger.post())).orElseThrow();

        assertThat(search.find(near, "钟离越女", 5, Locale.ENGLISH)).singleElement().satisfies(hit -> {
            assertThat(hit.id()).isEqualTo(officer.id());
            assertThat(hit.detail()).contains("检查科");
        });
        assertThat(search.find(far, "钟离越女", 5, Locale.ENGLISH)).isEmpty();
    }

    private Newcomer join(OrganisationId body, String name, String role) {
        return Newcomer.join(port, SignedIn.administrator(port), name, """
                {"organisation": "%s", "title": "检查科 科员", "role": "%s"}
                """.formatted(body, role));
    }
}
