package org.suyuan.shared.wall;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.suyuan.shared.access.Actor;
import org.suyuan.shared.web.Actors;

/** Puts the second wall between the requests and the pool. */
@Configuration(proxyBeanMethods = false)
class WallConfiguration {
    /** Behind Spring Security's filters, which know who asks, and before everything that reads data for him. */
    private static final int BEHIND_SECURITY = -90;

    @Bean
    static BeanPostProcessor wallBeforeThePool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool && !(bean instanceof WalledDataSource)
                        ? new WalledDataSource(pool)
                        : bean;
            }
        };
    }

    @Bean
    static FilterRegistrationBean<OncePerRequestFilter> requestsBehindTheWall(Actors actors) {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new Requests(actors));
        filter.setOrder(BEHIND_SECURITY);
        return filter;
    }

    /** A stranger asks for what is public, which lies beyond every scope; he is not bound. */
    private static final class Requests extends OncePerRequestFilter {
        private final Actors actors;

        Requests(Actors actors) {
            this.actors = actors;
        }

        @Override
        protected boolean shouldNotFilterAsyncDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Actor actor = actors.of(request);
            if (actor.equals(Actors.PUBLIC)) {
                chain.doFilter(request, response);
                return;
            }
            try {
                SecondWall.within(actor, () -> {
                    chain.doFilter(request, response);
                    return true;
                });
            } catch (ServletException | IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
