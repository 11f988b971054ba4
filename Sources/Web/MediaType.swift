/// The kinds of file that are told apart. Whatever else comes is `octets`: bytes to be kept, which no browser runs or shows.
package enum MediaType: String, Sendable, Hashable, CaseIterable, Codable {
    case pdf = "application/pdf"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case webp = "image/webp"
    case gif = "image/gif"
    case mp4 = "video/mp4"
    case webm = "video/webm"
    case mp3 = "audio/mpeg"
    case ogg = "audio/ogg"
    case zip = "application/zip"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    case odt = "application/vnd.oasis.opendocument.text"
    case ods = "application/vnd.oasis.opendocument.spreadsheet"
    case odp = "application/vnd.oasis.opendocument.presentation"
    case text = "text/plain"
    case vtt = "text/vtt"
    case srt = "application/x-subrip"
    case octets = "application/octet-stream"

    /// May be shown in a page (portraits, logos); everything else is handed over to be kept.
    package var mayBeInline: Bool { [.png, .jpeg, .webp].contains(self) }

    /// What `Content-Type` says.
    package var header: String { self == .text || self == .vtt ? rawValue + "; charset=utf-8" : rawValue }

    /// The usual ending of a name, without the dot.
    package var ending: String {
        switch self {
        case .pdf: "pdf"
        case .png: "png"
        case .jpeg: "jpg"
        case .webp: "webp"
        case .gif: "gif"
        case .mp4: "mp4"
        case .webm: "webm"
        case .mp3: "mp3"
        case .ogg: "ogg"
        case .zip: "zip"
        case .docx: "docx"
        case .xlsx: "xlsx"
        case .pptx: "pptx"
        case .odt: "odt"
        case .ods: "ods"
        case .odp: "odp"
        case .text: "txt"
        case .vtt: "vtt"
        case .srt: "srt"
        case .octets: "bin"
        }
    }
}
