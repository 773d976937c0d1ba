package org.suyuan.shared.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.suyuan.shared.ProblemType;

/** Every problem type of every module: the enums that implement {@link ProblemType}, found and never registered. */
record ProblemTypes(List<ProblemType> all) {
    static ProblemTypes ofClasspath() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemType.class));
        return new ProblemTypes(scanner.findCandidateComponents("org.suyuan").stream()
                .map(BeanDefinition::getBeanClassName)
                .flatMap(ProblemTypes::constants)
                .sorted(Comparator.comparingInt(ProblemType::status).thenComparing(ProblemType::code))
                .toList());
    }

    Optional<ProblemType> byCode(String code) {
        return all.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    private static Stream<ProblemType> constants(String className) {
        Class<?> type = ClassUtils.resolveClassName(className, ProblemTypes.class.getClassLoader());
        return type.isEnum() ? Stream.of(type.getEnumConstants()).map(ProblemType.class::cast) : Stream.empty();
    }
}
