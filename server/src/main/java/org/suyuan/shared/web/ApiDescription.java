package org.suyuan.shared.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What the description at {@code /openapi} says beyond what springdoc reads from the controllers. It is committed under
 * {@code openapi/}, and clients are generated from it, so it must be exact about what may be absent, and must not change
 * with the order in which classes happen to be found.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String CONTROLLER = "Controller";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Suyuan 溯源")
                        .version("1")
                        .description("Is it genuine, where did it come from, where did it go, and is it safe."));
    }

    /** The address a client used is its own business. */
    @Bean
    OpenApiCustomizer noServers() {
        return api -> api.setServers(null);
    }

    /** Names an operation after its controller and method unless it names itself: springdoc would number equal names. */
    @Bean
    OperationCustomizer stableOperationIds() {
        return (operation, handler) -> {
            var named = AnnotatedElementUtils.findMergedAnnotation(
                    handler.getMethod(), io.swagger.v3.oas.annotations.Operation.class);
            if (named == null || named.operationId().isEmpty()) {
                String module = handler.getBeanType().getSimpleName().replace(CONTROLLER, "");
                operation.setOperationId(module.substring(0, 1).toLowerCase(Locale.ROOT) + module.substring(1) + "-"
                        + handler.getMethod().getName());
            }
            return withoutAbsentDefaults(operation);
        };
    }

    /** Paging has defaults, although its record has primitives. */
    private static Operation withoutAbsentDefaults(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> Arguments.PAGE_PARAMETERS.contains(parameter.getName()))
                    .forEach(parameter -> parameter.setRequired(false));
        }
        return operation;
    }

    /** Takes the place of springdoc's own resolver of types. */
    @Bean
    ModelResolver records(ObjectMapperProvider mappers) {
        RecordModels records = new RecordModels(mappers.jsonMapper());
        records.openapi31(true);
        return records;
    }
}
