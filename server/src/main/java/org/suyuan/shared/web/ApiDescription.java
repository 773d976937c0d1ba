package org.suyuan.shared.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Nullness;
import org.springframework.web.method.HandlerMethod;
import org.suyuan.shared.ActorId;
import org.suyuan.shared.LotId;
import org.suyuan.shared.OperatorId;
import org.suyuan.shared.PageRequest;
import org.suyuan.shared.ProductId;
import org.suyuan.shared.SiteId;
import org.suyuan.shared.access.Actor;

/** Teaches the generated OpenAPI description our conventions, so that the clients made from it are right. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static {
        // These come from the login and the headers; pages are described below.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, IfMatch.class, PageRequest.class);
        for (Class<?> id : List.of(ActorId.class, LotId.class, OperatorId.class, ProductId.class, SiteId.class)) {
            SpringDocUtils.getConfig().replaceWithSchema(id, new StringSchema().format("uuid"));
        }
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

    /** Components of our records are required unless {@code @Nullable}, as {@link JsonConventions} reads them. */
    @Bean
    static ModelConverter requiredComponents() {
        return new RequiredComponents();
    }

    private static final class RequiredComponents implements ModelConverter {
        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public @Nullable Schema resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            Schema<?> schema = chain.next().resolve(type, context, chain);
            Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
            if (schema == null || !raw.isRecord() || !raw.getName().startsWith("org.suyuan.")) {
                return schema;
            }
            String reference = schema.get$ref();
            Schema<?> described = reference == null
                    ? schema
                    : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
            if (described != null && described.getProperties() != null) {
                for (RecordComponent component : raw.getRecordComponents()) {
                    require(described, component);
                }
            }
            return schema;
        }

        private static void require(Schema<?> described, RecordComponent component) {
            boolean known = described.getProperties().containsKey(component.getName());
            boolean listed =
                    described.getRequired() != null && described.getRequired().contains(component.getName());
            if (known && !listed && Nullness.forMethodReturnType(component.getAccessor()) == Nullness.NON_NULL) {
                described.addRequiredItem(component.getName());
            }
        }
    }
}
