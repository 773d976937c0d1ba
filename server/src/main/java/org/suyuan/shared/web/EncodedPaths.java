package org.suyuan.shared.web;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Identifiers in paths keep their own slashes. A GS1 serial may hold {@code /}, and an EPCIS event id is a URI
 * ({@code ni:///sha-256;…?ver=CBV2.0}); both come percent-encoded within one path segment, and handlers and access rules
 * match segments before decoding, so an encoded slash never makes another path.
 */
@Configuration(proxyBeanMethods = false)
class EncodedPaths {
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesOfIdentifiers() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    @Bean
    static StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }
}
