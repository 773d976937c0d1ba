package org.suyuan.shared.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Nullness;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What the description at {@code /openapi} says beyond what springdoc reads from the controllers. It is committed under
 * {@code openapi/}, and clients are generated from it, so it must be exact about what may be absent, and must not change
 * with the order in which classes happen to be found.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String OURS = "org.suyuan.";
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
                operation.setOperationId(
                        module.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + module.substring(1) + "-"
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

    /**
     * A component of one of our records that is not {@code @Nullable} is always there: {@link JsonConventions} refuses
     * bodies without it, and NullAway keeps answers from lacking it.
     */
    @Bean
    ModelConverter requiredByNullness() {
        return new RequiredByNullness();
    }

    private static final class RequiredByNullness implements ModelConverter {
        @Override
        @SuppressWarnings("rawtypes")
        public @Nullable Schema resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            Schema<?> schema = chain.next().resolve(type, context, chain);
            JavaType java = type.getType() == null ? null : Json31.mapper().constructType(type.getType());
            if (schema != null && java != null && isOurs(java.getRawClass())) {
                requireAll(model(schema, context.getDefinedModels()), java.getRawClass());
            }
            return schema;
        }

        private static boolean isOurs(Class<?> type) {
            return type.isRecord() && type.getName().startsWith(OURS);
        }

        @SuppressWarnings("rawtypes")
        private static Schema<?> model(Schema<?> schema, Map<String, Schema> models) {
            String reference = schema.get$ref();
            return reference == null
                    ? schema
                    : Objects.requireNonNullElse(models.get(reference.substring(reference.lastIndexOf('/') + 1)), schema);
        }

        private static void requireAll(Schema<?> model, Class<?> type) {
            if (model.getProperties() == null) {
                return;
            }
            List<String> known = model.getRequired() == null ? List.of() : List.copyOf(model.getRequired());
            for (RecordComponent component : type.getRecordComponents()) {
                boolean always = component.getType().isPrimitive()
                        || Nullness.forMethodReturnType(component.getAccessor()) == Nullness.NON_NULL;
                if (always
                        && model.getProperties().containsKey(component.getName())
                        && !known.contains(component.getName())) {
                    model.addRequiredItem(component.getName());
                }
            }
        }
    }
}
