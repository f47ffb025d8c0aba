"""PDF/A-3: the source in the file, and the file marked as PDF/UA-1 too.

Source: ISO 19005-3, 6.2.8 (images), 6.6.2.3 (extension schemas) and 6.8 (embedded files); ISO 14289-1, 5 (the mark).
"""

from __future__ import annotations

import datetime as dt
import io

import pydyf  # type: ignore[import-untyped]  # ships no types
import weasyprint  # type: ignore[import-untyped]  # ships no types

from pmexport.writers.pdf.engine import Archived

# PDF/A knows no property beyond its own unless the file describes it.
_ACCESSIBLE = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
_END = b"</rdf:RDF>"


def attachment(archived: Archived) -> weasyprint.Attachment:
    """Return `archived` as the engine takes it, as the source of the document."""
    written = dt.datetime.combine(archived.written, dt.time())
    return weasyprint.Attachment(
        file_obj=io.BytesIO(archived.content),
        name=archived.name,
        description=archived.name,
        created=written,
        modified=written,
        relationship="Source",
    )


def say_accessible(pdf: pydyf.PDF) -> None:
    """Mark `pdf`, an archive's file as the engine made it, as PDF/UA-1 in its metadata and its catalogue."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.stream[:] = [part.replace(_END, _ACCESSIBLE.encode() + _END) for part in metadata.stream]
    for part in pdf.objects:
        # A page that will be read in fifty years may not depend on how a viewer smooths its pictures.
        if isinstance(part, pydyf.Stream) and "Interpolate" in part.extra:
            part.extra["Interpolate"] = "false"
    # The engine names the file twice.
    pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
    pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())["DisplayDocTitle"] = "true"
