package org.suyuan.shared.web;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Nullness;

/**
 * Describes our records. A component that is not {@code @Nullable} is always there: {@link JsonConventions} refuses
 * bodies without it, and NullAway keeps answers from lacking it.
 */
final class RecordModels extends ModelResolver {
    private static final String OURS = "org.suyuan.";

    RecordModels(ObjectMapper mapper) {
        super(mapper, new ModuleNames());
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = super.resolve(type, context, chain);
        JavaType java = type.getType() == null ? null : _mapper.constructType(type.getType());
        if (schema != null && java != null && isOurRecord(java.getRawClass())) {
            requireAll(model(schema, context.getDefinedModels()), java.getRawClass());
        }
        return schema;
    }

    private static boolean isOurRecord(Class<?> type) {
        return type.isRecord() && type.getName().startsWith(OURS);
    }

    @SuppressWarnings("rawtypes")
    private static Schema<?> model(Schema<?> schema, Map<String, Schema> models) {
        String reference = schema.get$ref();
        Schema<?> model = reference == null ? null : models.get(reference.substring(reference.lastIndexOf('/') + 1));
        return model == null ? schema : model;
    }

    private static void requireAll(Schema<?> model, Class<?> type) {
        if (model.getProperties() == null) {
            return;
        }
        List<String> known = model.getRequired() == null ? List.of() : List.copyOf(model.getRequired());
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            if (isAlwaysThere(component) && model.getProperties().containsKey(name) && !known.contains(name)) {
                model.addRequiredItem(name);
            }
        }
    }

    private static boolean isAlwaysThere(RecordComponent component) {
        return component.getType().isPrimitive()
                || Nullness.forMethodReturnType(component.getAccessor()) == Nullness.NON_NULL;
    }

    /**
     * Two modules may each have a {@code ProductView}: a name begins with its module, except in {@code shared}, and a
     * nested type's with that of its owner.
     */
    private static final class ModuleNames extends TypeNameResolver {
        private static final String SHARED = "shared";

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            if (!type.getName().startsWith(OURS)) {
                return super.nameForClass(type, options);
            }
            String path = type.getName().substring(OURS.length());
            String module = path.substring(0, path.indexOf('.'));
            String name =
                    path.substring(path.lastIndexOf('.') + 1).replace("$", "").replace("Controller", "");
            boolean needsModule =
                    !module.equals(SHARED) && !name.toLowerCase(Locale.ROOT).startsWith(module);
            return needsModule ? module.substring(0, 1).toUpperCase(Locale.ROOT) + module.substring(1) + name : name;
        }
    }
}
