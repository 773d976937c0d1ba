package org.suyuan.portal.web;

import org.springframework.web.bind.annotation.GetMapping;

/** The way in, and what people want to know about checking. */
@PortalController
class HomeController {
    @GetMapping("/")
    String home() {
        return "portal/home";
    }

    @GetMapping("/about")
    String about() {
        return "portal/about";
    }
}
