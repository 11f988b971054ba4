import Base
import HTML

/// Texts of many lines in the seven languages, as `EventDeskPage.texts` shows those of one line: the authentic one in sight, the
/// others behind a fold.
enum QuestionTextsPage {
    static func areas(
        _ parts: FormParts, _ name: String, _ label: String, _ texts: (String) -> String, authentic: String, rows: Int = 4,
        help: String? = nil
    ) -> Markup {
        let own = Language(rawValue: authentic) ?? .en
        func field(_ language: Language, _ help: String?) -> Markup {
            parts.area(
                "\(name)_\(language.rawValue)", label: "\(label) (\(language.autonym))", value: texts(language.rawValue),
                rows: rows, help: help, language: language)
        }
        let others = Language.allCases.filter { $0 != own }
        let isOpen = others.contains { parts.complaints["\(name)_\($0.rawValue)"] != nil }
        return """
            <div class="texts long">\(field(own, help))<input type="hidden" name="\(name)_authentic" value="\(authentic)">\
            <details\(" open", if: isOpen)><summary>\(parts.words("event.desk.languages", ["field": label]))</summary>\
            <div class="pair">\(each(others) { field($0, nil) })</div></details></div>
            """
    }

    static func areas(_ parts: FormParts, _ name: String, _ label: String, _ text: Localized, help: String? = nil) -> Markup {
        let others = text.tags.filter { Language(rawValue: $0) == nil }
        return """
            \(areas(parts, name, label, { text[$0] ?? "" }, authentic: text.authentic, help: help))\
            \(each(others) { #"<input type="hidden" name="\#(name)_\#($0)" value="\#(text[$0] ?? "")">"# })
            """
    }
}
