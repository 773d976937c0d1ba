package org.suyuan.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/**
 * Serials and lot numbers may hold {@code / % ;} (GS1 character set 82), which a Digital Link writes percent-encoded.
 * Those paths let them through; everywhere else the strict rules stay. Rules and handlers match the path as it came, so an
 * encoded slash never makes a segment.
 */
@Component
class DigitalLinkFirewall implements HttpFirewall {
    private static final Pattern DIGITAL_LINK = Pattern.compile("/\\d{2,4}/\\d.*");

    private final StrictHttpFirewall strict = new StrictHttpFirewall();
    private final StrictHttpFirewall lenient = new StrictHttpFirewall();

    DigitalLinkFirewall() {
        lenient.setAllowUrlEncodedSlash(true);
        lenient.setAllowUrlEncodedPercent(true);
        lenient.setAllowUrlEncodedPeriod(true);
        lenient.setAllowSemicolon(true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        boolean link = DIGITAL_LINK.matcher(request.getRequestURI()).matches();
        return (link ? lenient : strict).getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
    }
}
