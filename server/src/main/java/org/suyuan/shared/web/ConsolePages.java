package org.suyuan.shared.web;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The console at {@code /console}: files that the build put on the class path. Its pages have addresses of their own
 * that only the console knows, so every address that is no file answers with its first page.
 */
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {
    private static final String FOLDER = "classpath:/static/console/";
    private static final String FIRST_PAGE = "index.html";
    /** Names of built files carry a hash of their content. */
    private static final Duration ASSETS_KEPT = Duration.ofDays(365);

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/console", "/console/");
        // An empty path never reaches a resource resolver.
        registry.addViewController("/console/").setViewName("forward:/console/" + FIRST_PAGE);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/console/assets/**")
                .addResourceLocations(FOLDER + "assets/")
                .setCacheControl(CacheControl.maxAge(ASSETS_KEPT).cachePublic().immutable());
        registry.addResourceHandler("/console/**")
                .addResourceLocations(FOLDER)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new FileOrFirstPage());
    }

    private static final class FileOrFirstPage extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            return file == null ? super.getResource(FIRST_PAGE, location) : file;
        }
    }
}
