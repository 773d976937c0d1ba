package org.suyuan.shared.web;

import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.suyuan.shared.access.Actor;

/** Puts the conventions of api.md into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebConventions implements WebMvcConfigurer {
    private final Actors actors;

    WebConventions(Actors actors) {
        this.actors = actors;
    }

    @Bean
    static Languages localeResolver() {
        return new Languages();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        // They come from the login and the headers, so the API description must not list them as parameters.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, IfMatch.class);
        resolvers.add(new Arguments(actors));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Languages());
        registry.addInterceptor(new UnknownParameters()).addPathPatterns("/api/**");
    }
}
