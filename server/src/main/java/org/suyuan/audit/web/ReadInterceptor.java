package org.suyuan.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.suyuan.shared.audit.AuditedRead;

/**
 * Records pages, which {@link ReadAdvice} does not pass, before they are rendered. A controller that writes its answer
 * itself or streams it calls {@link org.suyuan.shared.audit.AuditTrail#read} before its first byte; the annotation would
 * come too late there, and a test refuses it.
 */
@Component
class ReadInterceptor implements HandlerInterceptor, WebMvcConfigurer {
    private final ReadRecorder recorder;

    ReadInterceptor(ReadRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (handler instanceof HandlerMethod method
                && method.getMethodAnnotation(AuditedRead.class) instanceof AuditedRead read
                && isSuccess(response)) {
            recorder.record(read, request);
        }
    }

    static boolean isSuccess(HttpServletResponse response) {
        return response.getStatus() >= 200 && response.getStatus() < 300;
    }
}
