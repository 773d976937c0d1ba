package org.suyuan.shared.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

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
        resolvers.add(new Arguments(actors));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Languages());
        registry.addInterceptor(new UnknownParameters()).addPathPatterns("/api/**");
    }
}
