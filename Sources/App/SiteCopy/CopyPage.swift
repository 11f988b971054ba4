import Base

/// A page of the site made ready for a folder: what only lives is taken out, and each address leads to a file of the folder,
/// to the site itself or nowhere.
struct CopyPage {
    let address: CopyAddress
    /// Path of the event.
    let event: String
    let first: Language
    /// The site's public address, for what is no part of the copy.
    let baseURL: String
    /// The file of an address; nil if the copy does not hold it.
    let file: (CopyAddress) -> String?
    /// The page's own file.
    let here: String

    /// Where addresses stand in pages of ours.
    private static let places = ["href", "src", "poster"]
    private static let livingElements: Set<String> = ["form", "script", "button", "dialog", "template", "iframe"]
    private static let livingClasses: Set<Substring> = [
        "filters", "search", "result", "snippet", "person", "zone", "star", "stars",
    ]
    /// An element of these that loses all that it had is taken out with it.
    private static let frames: Set<String> = ["li", "ul", "ol", "nav", "p", "div", "details", "section"]

    func nodes(_ nodes: [CopyElement.Node], inBar: Bool = false) -> [CopyElement.Node] {
        nodes.compactMap { node in
            guard case .element(let element) = node else { return node }
            return self.element(element, inBar: inBar).map { .element($0) }
        }
    }

    private func element(_ original: CopyElement, inBar: Bool) -> CopyElement? {
        if isLiving(original) || (inBar && original.name == "nav") { return nil }
        var element = original
        for place in CopyPage.places {
            guard let value = element[place] else { continue }
            switch address.target(value, isSource: place != "href", event: event, first: first) {
            case .foreign: break
            case .live: return nil
            case .elsewhere:
                // The bar's brand leads to the copy's beginning; other places of the house are on the site alone.
                if inBar, value == "/" || element.classes.contains("brand") {
                    element[place] = link(CopyAddress(path: event, language: address.language), "")
                } else if inBar || element.name != "a" {
                    return nil
                } else {
                    element[place] = baseURL + value
                }
            case .inside(let target, let fragment):
                if let link = link(target, fragment) {
                    element[place] = link
                } else if element.name == "a", target.language == address.language {
                    // What it says stays readable.
                    element.name = "span"
                    element[place] = nil
                } else {
                    return nil
                }
            }
        }
        element.children = nodes(element.children, inBar: inBar || element.classes.contains("bar"))
        let isEmptied = CopyPage.frames.contains(element.name) && CopyPage.isBlank(element) && !CopyPage.isBlank(original)
        return isEmptied ? nil : element
    }

    private func link(_ target: CopyAddress, _ fragment: String) -> String? {
        file(target).map { CopyAddress.relative(from: here, to: $0) + fragment }
    }

    private func isLiving(_ element: CopyElement) -> Bool {
        if element.name == "script" { return element["type"] != "application/ld+json" }
        return CopyPage.livingElements.contains(element.name) || element.has("hidden")
            || element.classes.contains { CopyPage.livingClasses.contains($0) }
    }

    /// No element, and no letter.
    private static func isBlank(_ element: CopyElement) -> Bool {
        element.children.allSatisfy { node in
            guard case .text(let text) = node else { return false }
            return text.allSatisfy(\.isWhitespace)
        }
    }

    // MARK: What it leads to

    /// The page without what only lives, its addresses as they were.
    func kept(_ nodes: [CopyElement.Node], inBar: Bool = false) -> [CopyElement.Node] {
        nodes.compactMap { node in
            guard case .element(var element) = node else { return node }
            if isLiving(element) || (inBar && element.name == "nav") { return nil }
            element.children = kept(element.children, inBar: inBar || element.classes.contains("bar"))
            return .element(element)
        }
    }

    /// The addresses within the copy's bounds that a page names, after what only lives is gone.
    static func targets(_ nodes: [CopyElement.Node], at address: CopyAddress, event: String, first: Language) -> [CopyAddress] {
        nodes.flatMap { node -> [CopyAddress] in
            guard case .element(let element) = node else { return [] }
            let own = places.compactMap { place -> CopyAddress? in
                guard let value = element[place],
                    case .inside(let target, _) = address.target(value, isSource: place != "href", event: event, first: first)
                else { return nil }
                return target
            }
            return own + targets(element.children, at: address, event: event, first: first)
        }
    }
}
