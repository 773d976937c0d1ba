package org.suyuan.audit.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.suyuan.shared.audit.AuditedRead;

/**
 * Records a read after the controller succeeded and before the first byte of its answer leaves: what cannot be recorded is
 * not shown, and what was refused was not read.
 */
@ControllerAdvice
class ReadAdvice implements ResponseBodyAdvice<Object> {
    private final ReadRecorder recorder;

    ReadAdvice(ReadRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return returnType.hasMethodAnnotation(AuditedRead.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        AuditedRead read = returnType.getMethodAnnotation(AuditedRead.class);
        if (read != null
                && request instanceof ServletServerHttpRequest servletRequest
                && response instanceof ServletServerHttpResponse servletResponse
                && ReadInterceptor.isSuccess(servletResponse.getServletResponse())) {
            recorder.record(read, servletRequest.getServletRequest());
        }
        return body;
    }
}
