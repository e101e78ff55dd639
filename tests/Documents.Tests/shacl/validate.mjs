// Validates documents of JSON-LD against SHACL shapes, one line of JSON for each: {"triples": n, "results": [{severity, path, constraint, focus, value}]},
// or {"error": "..."} for a document that no processor understands.
//   node validate.mjs SHAPES.ttl DOCUMENT.jsonld ...
import { readFileSync } from 'node:fs'
import jsonld from 'jsonld'
import { DataFactory, Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'

const type = DataFactory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
const resource = DataFactory.namedNode('http://www.w3.org/2000/01/rdf-schema#Resource')
const [shapes, ...documents] = process.argv.slice(2)
const validator = new SHACLValidator(new Store(new Parser().parse(readFileSync(shapes, 'utf8'))))
const local = term => term?.value.replace(/^.*[#/]/, '')

// Nothing is fetched: a document that needs a context from elsewhere is not understood. Nor is anything dropped in silence (safe mode).
const documentLoader = async url => { throw new Error(`the document needs ${url}`) }

async function triples (file) {
  const quads = await jsonld.toRDF(JSON.parse(readFileSync(file, 'utf8')), { format: 'application/n-quads', safe: true, documentLoader })
  const store = new Store(new Parser({ format: 'N-Quads' }).parse(quads))
  for (const quad of store.getQuads()) { // everything is a resource (RDF Schema, rules rdfs4a and rdfs4b): ranges of DCAT-AP name that class
    for (const term of [quad.subject, quad.object]) if (term.termType !== 'Literal') store.add(DataFactory.quad(term, type, resource))
  }
  return store
}

for (const file of documents) {
  try {
    const store = await triples(file)
    const { results } = await validator.validate(store)
    console.log(JSON.stringify({
      triples: store.size,
      results: results.map(r => ({
        severity: local(r.severity), path: r.path?.value ?? '', constraint: local(r.sourceConstraintComponent), focus: r.focusNode?.value ?? '', value: r.value?.value ?? ''
      }))
    }))
  } catch (error) {
    console.log(JSON.stringify({ error: error.message }))
  }
}
