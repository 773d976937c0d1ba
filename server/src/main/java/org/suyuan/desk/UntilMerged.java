package org.suyuan.desk;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.OrganisationId;
import org.suyuan.shared.PostId;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.access.Permission;
import org.suyuan.shared.access.Scope;

/** A platform without people, until the module that has them is there. */
@Configuration(proxyBeanMethods = false)
class UntilMerged {
    @Bean
    @ConditionalOnMissingBean
    static Addresses nobody() {
        return new Addresses() {
            @Override
            public Optional<Recipient> recipient(ActorId person) {
                return Optional.empty();
            }

            @Override
            public List<Actor> capacities(ActorId person) {
                return List.of();
            }

            @Override
            public Optional<Actor> holder(PostId post) {
                return Optional.empty();
            }

            @Override
            public List<Actor> holders(OrganisationId organisation, Permission permission, int limit) {
                return List.of();
            }

            @Override
            public List<Actor> within(Scope scope, Permission permission, String text, int limit) {
                return List.of();
            }

            @Override
            public Optional<Office> office(OrganisationId organisation) {
                return Optional.empty();
            }
        };
    }
}
