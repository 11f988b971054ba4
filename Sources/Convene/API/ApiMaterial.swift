import Base

/// A material of a session as the interface for programs shows it.
struct ApiMaterial: Encodable, Hashable {
    let id: String
    let kind: String
    let authentic: String
    let title: [String: String]
    let language: String?
    /// An SPDX name.
    let licence: String?
    /// Where it is fetched: an address of this site for a file of ours.
    let url: String
    let file: Kept?
    /// The recording that captions belong to.
    let recording: String?
    let addedAt: String

    struct Kept: Encodable, Hashable {
        let name: String
        let type: String
        let size: Int
        let sha256: String
    }

    init(_ material: Material, of event: Event, at baseURL: String) {
        id = material.id.text
        kind = material.kind.rawValue
        authentic = material.title.authentic
        title = material.title.texts
        language = material.language.isEmpty ? nil : material.language
        licence = material.licence?.rawValue
        url = material.file == nil ? material.url : baseURL + Material.path(event, material.session, material.id)
        file = material.file.map { Kept(name: $0.name, type: $0.type, size: $0.size, sha256: $0.sha256) }
        recording = material.recording?.text
        addedAt = material.createdAt.description
    }
}

struct ApiMaterialList: Encodable, Hashable {
    let items: [ApiMaterial]
}
