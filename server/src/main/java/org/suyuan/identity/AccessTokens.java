package org.suyuan.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;

/** How access tokens are signed and checked: JSON Web Tokens (RFC 9068 in spirit), one key, the platform's clock. */
@Configuration(proxyBeanMethods = false)
class AccessTokens {
    @Bean
    static JWKSource<SecurityContext> signingKeys(@Value("${suyuan.home}") Path home) {
        RSAKey key = SigningKey.in(home.resolve("keys"));
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    static JwtGenerator tokenGenerator(JWKSource<SecurityContext> keys, Clock clock) {
        JwtGenerator generator = new JwtGenerator(new NimbusJwtEncoder(keys));
        generator.setClock(clock);
        return generator;
    }

    @Bean
    static JwtDecoder tokenDecoder(JWKSource<SecurityContext> keys, Clock clock) {
        JwtTimestampValidator timely = new JwtTimestampValidator();
        timely.setClock(clock);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(timely);
        return decoder;
    }

    @Bean
    static AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }
}
