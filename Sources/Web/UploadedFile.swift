/// A file that came with a form. Its type is what its bytes say, never what the browser claimed.
package struct UploadedFile: Sendable, Hashable {
    /// The name of the form's field.
    package let field: String
    /// The file's own name, cleaned: no path, no control or direction character, at most 200 characters.
    package let name: String
    package let type: MediaType
    package let bytes: [UInt8]
    package static let nameLimit = 200

    package init(field: String, name: String, bytes: [UInt8]) {
        self.field = field
        self.name = UploadedFile.clean(name)
        self.bytes = bytes
        type = ContentSniffer.type(of: bytes)
    }

    /// A name that is safe to show, to keep and to give back: the last part of a path, without what can hide its ending.
    /// What has nothing left is called `file`.
    package static func clean(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        var scalars = String.UnicodeScalarView()
        for scalar in last.unicodeScalars {
            switch scalar.properties.generalCategory {
            // Joiners are part of the spelling in Persian and in many scripts of India.
            case .format where scalar.value != 0x200C && scalar.value != 0x200D: continue
            case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: continue
            case .spaceSeparator: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        let words = String(scalars).split(separator: " ").joined(separator: " ")
        let bare = words.drop { $0 == "." || $0 == " " }
        let ended = bare.reversed().drop { $0 == "." || $0 == " " }.reversed()
        let short = shortened(String(ended))
        return short.isEmpty ? "file" : short
    }

    /// At most 200 scalars, cut before the ending, so that it can still be told what the file is.
    private static func shortened(_ name: String) -> String {
        guard name.unicodeScalars.count > nameLimit else { return name }
        var ending = ""
        if let dot = name.lastIndex(of: "."), name[dot...].unicodeScalars.count <= 12 { ending = String(name[dot...]) }
        var left = nameLimit - ending.unicodeScalars.count
        var begin = ""
        for character in name {
            left -= character.unicodeScalars.count
            guard left >= 0 else { break }
            begin.append(character)
        }
        return begin + ending
    }
}
