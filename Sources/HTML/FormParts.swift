import Base

/// What was wrong with a form: field → word key with arguments. The page shows it beside the field and in a summary.
package struct Complaints: Error, Sendable, Hashable {
    package struct Complaint: Sendable, Hashable {
        package let field: String
        package let words: String
        package let arguments: [String: String]
    }
    package private(set) var all: [Complaint] = []
    package init() {}
    package init(_ field: String, _ words: String, _ arguments: [String: String] = [:]) { add(field, words, arguments) }
    package mutating func add(_ field: String, _ words: String, _ arguments: [String: String] = [:]) {
        all.append(Complaint(field: field, words: words, arguments: arguments))
    }
    package var isEmpty: Bool { all.isEmpty }
    package subscript(field: String) -> Complaint? { all.first { $0.field == field } }
}

/// The parts of forms, alike on every page: label above, help before the field, the complaint beside it.
package struct FormParts {
    package let words: Words
    package let complaints: Complaints
    package init(_ words: Words, _ complaints: Complaints = Complaints()) {
        self.words = words
        self.complaints = complaints
    }

    /// The list of complaints on top of the form, with links to the fields.
    package var summary: Markup {
        guard !complaints.isEmpty else { return .empty }
        return """
            <div class="error-summary" role="alert" tabindex="-1" aria-labelledby="errors"><h2 id="errors">\(words("form.errors"))</h2>\
            <ul>\(each(complaints.all) { ##"<li><a href="#\##($0.field)">\##(words($0.words, $0.arguments))</a></li>"## })</ul></div>
            """
    }

    package func input(
        _ name: String, label: String, value: String = "", type: String = "text", help: String? = nil, required: Bool = false,
        autocomplete: String? = nil, language: Language? = nil
    ) -> Markup {
        let tag: Markup = language.map { #" lang="\#($0.rawValue)" dir="\#($0.direction)""# } ?? #" dir="auto""#
        return field(
            name, label: label, help: help,
            """
            <input id="\(name)" name="\(name)" type="\(type)" value="\(value)"\(tag, if: type == "text")\(described(name, help))\
            \(" required", if: required)\(autocomplete.map { #" autocomplete="\#($0)""# })>
            """)
    }

    package func area(
        _ name: String, label: String, value: String = "", rows: Int = 5, help: String? = nil, language: Language? = nil
    ) -> Markup {
        let tag: Markup = language.map { #" lang="\#($0.rawValue)" dir="\#($0.direction)""# } ?? #" dir="auto""#
        return field(
            name, label: label, help: help,
            #"<textarea id="\#(name)" name="\#(name)" rows="\#(rows)"\#(tag)\#(described(name, help))>\#n\#(value)</textarea>"#)
    }

    package func choice(
        _ name: String, label: String, options: [(value: String, label: String)], selected: String = "", help: String? = nil
    ) -> Markup {
        field(
            name, label: label, help: help,
            """
            <select id="\(name)" name="\(name)"\(described(name, help))>\(each(options) { option in
                #"<option value="\#(option.value)"\#(" selected", if: option.value == selected)>\#(option.label)</option>"#
            })</select>
            """)
    }

    package func box(_ name: String, label: String, isChecked: Bool) -> Markup {
        """
        <div class="field check"><input id="\(name)" name="\(name)" type="checkbox" value="yes"\(" checked", if: isChecked)>\
        <label for="\(name)">\(label)</label></div>
        """
    }

    private func field(_ name: String, label: String, help: String?, _ control: Markup) -> Markup {
        let complaint = complaints[name]
        return """
            <div class="field\(" invalid", if: complaint != nil)"><label for="\(name)">\(label)</label>\
            \(help.map { #"<p class="help" id="\#(name)-help">\#($0)</p>"# })\
            \(complaint.map { #"<p class="error" id="\#(name)-error">\#(words($0.words, $0.arguments))</p>"# })\(control)</div>
            """
    }

    private func described(_ name: String, _ help: String?) -> Markup {
        let ids = [help == nil ? nil : "\(name)-help", complaints[name] == nil ? nil : "\(name)-error"].compactMap { $0 }
        guard !ids.isEmpty else { return .empty }
        return #" aria-describedby="\#(ids.joined(separator: " "))"\#(#" aria-invalid="true""#, if: complaints[name] != nil)"#
    }
}
