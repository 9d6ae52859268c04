/** What the demo shop shows in its window: slug, name and price in pence. */
export const shelf = [
  { slug: 'tarn-wardrobe', name: 'Tarn wardrobe', price: 34900 },
  { slug: 'merrow-sofa', name: 'Merrow three-seat sofa', price: 84900 },
  { slug: 'ashby-desk', name: 'Ashby desk', price: 21900 },
  { slug: 'fenwick-bookcase', name: 'Fenwick bookcase', price: 12900 },
  { slug: 'wren-dining-chair', name: 'Wren dining chair', price: 7900 },
  { slug: 'mill-dining-table', name: 'Mill dining table', price: 44900 },
  { slug: 'plover-armchair', name: 'Plover armchair', price: 28900 },
  { slug: 'larkhill-bed', name: 'Larkhill bed frame', price: 39900 },
  { slug: 'selby-chest-of-drawers', name: 'Selby chest of drawers', price: 26900 },
  { slug: 'copper-desk-lamp', name: 'Copper desk lamp', price: 6900 },
  { slug: 'vista-television', name: 'Vista 55 television', price: 64900 },
  { slug: 'beacon-router', name: 'Beacon Wi-Fi router', price: 12900 },
  { slug: 'hush-headphones', name: 'Hush headphones', price: 17900 },
  { slug: 'pebble-speaker', name: 'Pebble speaker', price: 7900 },
  { slug: 'rill-kettle', name: 'Rill kettle', price: 7900 },
  { slug: 'stalk-floor-lamp', name: 'Stalk floor lamp', price: 10900 },
];
