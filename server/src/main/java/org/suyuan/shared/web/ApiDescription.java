package org.suyuan.shared.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.LotId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.SiteId;
import org.suyuan.shared.access.Actor;

/**
 * Teaches the generated OpenAPI description our conventions. It is committed under {@code openapi/}, and clients are
 * generated from it, so it must be exact about what may be absent, and must not change with the order in which classes
 * happen to be found.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String CONTROLLER = "Controller";

    static {
        // These come from the login and the headers; pages are described below.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, IfMatch.class, PageRequest.class);
        for (Class<?> id : List.of(ActorId.class, LotId.class, OperatorId.class, ProductId.class, SiteId.class)) {
            SpringDocUtils.getConfig().replaceWithSchema(id, new StringSchema().format("uuid"));
        }
    }

    @Bean
    static OpenAPI platform() {
        return new OpenAPI()
                .info(new Info()
                        .title("Suyuan 溯源")
                        .version("1")
                        .description("Is it genuine, where did it come from, where did it go, and is it safe."));
    }

    /** The address a client used is its own business. */
    @Bean
    static OpenApiCustomizer noServers() {
        return api -> api.setServers(null);
    }

    /** Takes the place of springdoc's own resolver of types. */
    @Bean
    static ModelResolver records(ObjectMapperProvider mappers) {
        RecordModels records = new RecordModels(mappers.jsonMapper());
        records.openapi31(true);
        return records;
    }

    /** Names an operation after its controller and method unless it names itself: springdoc would number equal names. */
    @Bean
    static OperationCustomizer stableOperationIds() {
        return (operation, handler) -> {
            var named = AnnotatedElementUtils.findMergedAnnotation(
                    handler.getMethod(), io.swagger.v3.oas.annotations.Operation.class);
            if (named == null || named.operationId().isEmpty()) {
                String owner = handler.getBeanType().getSimpleName().replace(CONTROLLER, "");
                operation.setOperationId(owner.substring(0, 1).toLowerCase(Locale.ROOT) + owner.substring(1) + "-"
                        + handler.getMethod().getName());
            }
            return operation;
        };
    }

    @Bean
    static OperationCustomizer pageParameters() {
        return (operation, handler) -> isList(handler) ? withPage(operation) : operation;
    }

    private static boolean isList(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == PageRequest.class);
    }

    private static Operation withPage(Operation operation) {
        Schema<?> limit = new IntegerSchema()
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(PageRequest.LIMIT_MAX))
                ._default(PageRequest.LIMIT_DEFAULT);
        if (operation.getParameters() != null) {
            // What springdoc made of the record, where a controller shows it as an object.
            operation.getParameters().removeIf(parameter -> Arguments.PAGE_PARAMETERS.contains(parameter.getName()));
        }
        return operation
                .addParametersItem(new QueryParameter().name("limit").schema(limit))
                .addParametersItem(new QueryParameter()
                        .name("cursor")
                        .description("`next` of the previous page")
                        .schema(new StringSchema()))
                .addParametersItem(new QueryParameter()
                        .name("count")
                        .description("whether `total` is wanted; exact up to " + PageRequest.TOTAL_MAX)
                        .schema(new BooleanSchema()._default(false)));
    }
}
