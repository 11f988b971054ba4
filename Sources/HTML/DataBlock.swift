/// Data for programs within a page. No browser runs it and no policy for scripts applies to it; it only must not end the
/// element that it stands in.
package enum DataBlock {
    /// JSON-LD. `<` becomes `\u003c`, which JSON reads as the same; so nothing in it is markup.
    package static func linkedData(_ json: String) -> Markup {
        #"<script type="application/ld+json">\#(raw: json.replacing("<", with: "\\u003c"))</script>"#
    }
}
